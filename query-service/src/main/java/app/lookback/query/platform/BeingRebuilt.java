package app.lookback.query.platform;

/** What was asked for is not there yet, because its view is being built again. */
public final class BeingRebuilt extends RuntimeException {

    static final int SECONDS = 5;
    static final String SENTENCE = "This is being rebuilt from the log. Try again in a moment.";

    public BeingRebuilt() {
        super(SENTENCE, null, false, false);
    }
}
