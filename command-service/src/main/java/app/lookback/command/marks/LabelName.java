package app.lookback.command.marks;

/** What a revision is called. */
record LabelName(String text) {

    static final int LONGEST = 100;

    static LabelName of(String said) {
        var text = said.strip();
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > LONGEST
                || text.codePoints().anyMatch(LabelName::isUnreadable)) {
            throw new MarkRefusal.BadName();
        }
        return new LabelName(text);
    }

    private static boolean isUnreadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
