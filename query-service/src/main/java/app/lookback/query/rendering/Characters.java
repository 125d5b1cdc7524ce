package app.lookback.query.rendering;

/** What Goldmark calls letters, punctuation and space. */
final class Characters {

    private static final String ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private Characters() {}

    static boolean isAsciiPunctuation(int character) {
        return ASCII_PUNCTUATION.indexOf(character) >= 0;
    }

    static boolean isAsciiAlphanumeric(int character) {
        return character >= '0' && character <= '9' || isAsciiLetter(character);
    }

    static boolean isAsciiLetter(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    static boolean isSpace(int character) {
        return character >= '\t' && character <= '\r' || character == 0x85 || Character.isSpaceChar(character);
    }

    static boolean isPunctuation(int character) {
        return isAsciiPunctuation(character) || isUnicodePunctuation(character);
    }

    /** The categories P: of ASCII's punctuation, those that Unicode calls symbols are not among them. */
    static boolean isUnicodePunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
