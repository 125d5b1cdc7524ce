package app.lookback.text;

/** Says in a sentence for a person why an edit is not one, or does not fit the text that it is meant for. */
public final class RefusedEdit extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What kind of fault it is; {@link #code()} is its name in the HTTP protocol. */
    public enum Reason {
        /** It is not written in the JSON form of an edit. */
        MALFORMED("malformed"),
        /** It has more parts, or makes a longer text, than is allowed. */
        TOO_LARGE("too-large"),
        /** Its positions or its total length do not fit the text. */
        OUTSIDE_TEXT("outside-text"),
        /** It would leave half of a surrogate pair in the text. */
        UNPAIRED_SURROGATE("unpaired-surrogate");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;

    RefusedEdit(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    static RefusedEdit wrongLength(int expected, int actual) {
        return new RefusedEdit(
                Reason.OUTSIDE_TEXT,
                "The edit is for a text of " + expected + " UTF-16 units, but the text has " + actual + ".");
    }

    public Reason reason() {
        return reason;
    }
}
