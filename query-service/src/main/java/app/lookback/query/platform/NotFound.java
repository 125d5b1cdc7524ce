package app.lookback.query.platform;

/** There is no such thing here for whoever asks; the message is a sentence for a person. */
public final class NotFound extends RuntimeException {

    public NotFound(String sentence) {
        super(sentence, null, false, false);
    }
}
