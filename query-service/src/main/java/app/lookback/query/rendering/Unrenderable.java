package app.lookback.query.rendering;

/** A source asks for more than any reader's page is worth; the message is a sentence for its authors. */
final class Unrenderable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Where it does, in the text that is read, or -1. */
    private final int offset;

    Unrenderable(String sentence) {
        this(sentence, -1);
    }

    Unrenderable(String sentence, int offset) {
        super(sentence, null, false, false);
        this.offset = offset;
    }

    Unrenderable in(Prepared prepared) {
        return offset < 0 ? this : new Unrenderable(getMessage() + " See near line " + prepared.line(offset) + ".");
    }
}
