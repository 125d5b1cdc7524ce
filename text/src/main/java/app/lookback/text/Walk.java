package app.lookback.text;

/** What is told of an edit's parts, from left to right. */
public interface Walk {

    void kept(int units);

    /** That many units of the old text, or none, give way to {@code inserted}, which may be empty. */
    void replaced(int units, String inserted);
}
