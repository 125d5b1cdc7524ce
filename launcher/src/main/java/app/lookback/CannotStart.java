package app.lookback;

/** Why Lookback does not start, in one sentence that says what to do about it. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
