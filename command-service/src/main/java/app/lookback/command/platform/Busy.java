package app.lookback.command.platform;

/** For the moment more comes than can be taken, or the log cannot be reached. */
public final class Busy extends Refusal {

    private Busy(String code, String sentence) {
        super(Kind.BUSY, code, sentence);
    }

    public static Busy tooMany() {
        return new Busy("busy", "Too many are writing here at this moment. Try again shortly.");
    }

    static Busy logUnreachable() {
        return new Busy("log-unreachable", "The event log cannot be reached at this moment. Try again shortly.");
    }
}
