package app.lookback.command.people;

import app.lookback.command.platform.Body;
import java.text.Normalizer;
import java.util.Locale;

/** The name of a person: 1 to 60 characters after trimming, without control characters. */
record AccountName(String text) {

    private static final int LONGEST = 60;

    static AccountName of(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST) {
            throw new Body.Malformed("A name has 1 to 60 characters.");
        }
        if (text.codePoints().anyMatch(AccountName::isInvisible)) {
            throw new Body.Malformed("A name has no line breaks, control characters or unpaired surrogates.");
        }
        return new AccountName(text);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Two names with the same key are the same name: case and compatible forms of a letter make no difference. */
    String key() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
