package app.lookback.query.platform;

/** Blogs for tests. */
public final class Blogs {

    private Blogs() {}

    public static Blog named(String title) {
        return new Blog(title, "What " + title + " says of itself.", "");
    }
}
