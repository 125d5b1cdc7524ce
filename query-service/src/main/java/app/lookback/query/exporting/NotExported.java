package app.lookback.query.exporting;

/** Why there is no export, in a sentence that says what to do about it. */
public final class NotExported extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotExported(String sentence) {
        super(sentence);
    }

    NotExported(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
