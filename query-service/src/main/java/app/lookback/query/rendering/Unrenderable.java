package app.lookback.query.rendering;

/** A source asks for more than any reader's page is worth; the message is a sentence for its authors. */
final class Unrenderable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unrenderable(String sentence) {
        super(sentence, null, false, false);
    }
}
