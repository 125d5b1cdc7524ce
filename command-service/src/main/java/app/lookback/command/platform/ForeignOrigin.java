package app.lookback.command.platform;

/** Another site asks, or nobody says which. */
public final class ForeignOrigin extends Refusal {

    public ForeignOrigin() {
        super(Kind.NOT_ALLOWED, "foreign-origin", "Another site may not do this here.");
    }
}
