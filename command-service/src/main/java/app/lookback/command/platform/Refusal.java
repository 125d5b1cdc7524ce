package app.lookback.command.platform;

/**
 * A command was refused and nothing was recorded. Each kind of refusal is a class of its own; its message is a
 * sentence for a person, its code a word for a program.
 */
public abstract class Refusal extends RuntimeException {

    /** What a refusal means over HTTP. */
    public enum Kind {
        MALFORMED(400),
        NOT_SIGNED_IN(401),
        NOT_ALLOWED(403),
        UNKNOWN(404),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        UNFIT(422),
        TOO_OFTEN(429),
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    private final Kind kind;
    private final String code;

    protected Refusal(Kind kind, String code, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    public final String code() {
        return code;
    }

    public final String sentence() {
        return String.valueOf(getMessage());
    }

    final int status() {
        return kind.status;
    }

    /** Whether a node that had not yet heard of the newest events could have refused wrongly: it then decides again. */
    protected boolean mayBeStale() {
        return false;
    }
}
