package app.lookback.query.rendering;

/** Lines of a text, counted from 1. */
final class Lines {

    private Lines() {}

    /** The line in which this offset is. */
    static int of(String text, int offset) {
        return 1
                + (int) text.substring(0, Math.max(0, offset))
                        .chars()
                        .filter(unit -> unit == '\n')
                        .count();
    }
}
