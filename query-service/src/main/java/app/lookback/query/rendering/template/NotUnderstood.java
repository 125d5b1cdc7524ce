package app.lookback.query.rendering.template;

/** A template asks for what is not understood here, or for too much; the message is a sentence without its full stop. */
public final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    NotUnderstood(String sentence) {
        this(0, sentence);
    }

    NotUnderstood(int line, String sentence) {
        super(sentence, null, false, false);
        this.line = line;
    }

    /** Of the template, from 1. */
    public int line() {
        return line;
    }

    NotUnderstood at(int place) {
        return line > 0 ? this : new NotUnderstood(place, sentence());
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
