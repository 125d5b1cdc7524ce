package app.lookback.query.platform;

/** The post was there for whoever asks, and an administrator can bring it back. */
public final class Deleted extends RuntimeException {

    public Deleted() {
        super("This post was deleted. An administrator can bring it back.", null, false, false);
    }
}
