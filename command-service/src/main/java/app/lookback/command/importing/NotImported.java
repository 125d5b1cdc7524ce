package app.lookback.command.importing;

/** Why nothing was imported, in a sentence that says what to do about it. */
public final class NotImported extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotImported(String sentence) {
        super(sentence);
    }

    NotImported(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
