package app.lookback.query.platform;

/** An event of this post cannot be handled; what was written before it is safe, and so is what came after it. */
public final class PostStopped extends RuntimeException {

    public PostStopped() {
        super(
                "This post cannot be shown as it is now: one of its edits cannot be read. Nothing is lost, "
                        + "and its history up to that edit can be looked at. Please tell an administrator.",
                null,
                false,
                false);
    }
}
