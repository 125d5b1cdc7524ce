package app.lookback.text;

import app.lookback.text.RefusedEdit.Reason;

/** Holds texts to what every reader of them relies on: whole surrogate pairs, and lines that end by a newline only. */
final class Wellformed {

    private Wellformed() {}

    static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\r') {
                throw new RefusedEdit(
                        Reason.MALFORMED, "The text has a carriage return; lines are separated by one newline.");
            }
            if (Character.isSurrogate(unit)) {
                checkPair(text, i++);
            }
        }
    }

    private static void checkPair(String text, int at) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw halfPair();
        }
    }

    static RefusedEdit halfPair() {
        return new RefusedEdit(
                Reason.UNPAIRED_SURROGATE,
                "The inserted text has half of a surrogate pair; a character such as an emoji needs both halves.");
    }

    static void checkBoundary(String text, int position) {
        if (position > 0
                && position < text.length()
                && Character.isSurrogatePair(text.charAt(position - 1), text.charAt(position))) {
            throw new RefusedEdit(
                    Reason.UNPAIRED_SURROGATE,
                    "The edit would split the surrogate pair around position " + position
                            + "; a character such as an emoji is kept or deleted whole.");
        }
    }
}
