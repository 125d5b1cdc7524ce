package app.lookback.text;

/** Reads what {@link ChangeSet#toString()} writes: {@code 3 -2+ab 4} keeps 3, replaces 2 by "ab", keeps 4. */
final class TinyNotation {

    private TinyNotation() {}

    static ChangeSet edit(String notation) {
        var parts = new Parts();
        for (var token : notation.isBlank() ? new String[0] : notation.strip().split(" +")) {
            if (Character.isDigit(token.charAt(0))) {
                parts.keep(Integer.parseInt(token));
            } else {
                addChange(token, parts);
            }
        }
        return parts.build();
    }

    private static void addChange(String token, Parts parts) {
        int plus = token.indexOf('+');
        var deleted = plus < 0 ? token : token.substring(0, plus);
        var text = plus < 0 ? "" : token.substring(plus + 1).replace('␣', ' ').replace('⏎', '\n');
        parts.replace(deleted.isEmpty() ? 0 : Integer.parseInt(deleted.substring(1)), text.length(), text, 0);
    }
}
