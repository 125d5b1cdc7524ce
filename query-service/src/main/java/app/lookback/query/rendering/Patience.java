package app.lookback.query.rendering;

import java.time.Duration;

/**
 * How much work the rendering of one source may be. A parser cannot be interrupted, but it reads its text one unit at a
 * time: the text itself counts the readings and ends them. Ordinary posts are read 5 to 15 times over, hostile ones
 * thousands of times. Work is counted, so that a busy machine refuses nothing that an idle one renders; the clock only
 * ends what counting does not see.
 */
final class Patience {

    private static final long READINGS = 10_000_000;
    private static final long READINGS_PER_UNIT = 60;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int UNITS_BETWEEN_LOOKS = 16_384;

    /** Units of code on one page that are coloured, which makes them three times as long. */
    private static final int COLOURED = 300_000;

    private final long end = System.nanoTime() + TIME.toNanos();
    private long left;
    private int units;
    private int lastRead = -1;
    private int coloured;

    Patience(int length) {
        left = READINGS + READINGS_PER_UNIT * length;
    }

    CharSequence over(String text) {
        return new Counted(text);
    }

    /** @throws Unrenderable when the work or the time is used up */
    void ask() {
        if (left < 0 || System.nanoTime() - end > 0) {
            throw new Unrenderable(
                    "Something in it takes too long to read, such as thousands of brackets in a row.", lastRead);
        }
    }

    boolean allowsColours(int units) {
        var allowed = units <= COLOURED - coloured;
        coloured += allowed ? units : 0;
        return allowed;
    }

    private void count(int index) {
        if (++units == UNITS_BETWEEN_LOOKS) {
            lastRead = index;
            left -= units;
            units = 0;
            ask();
        }
    }

    private final class Counted implements CharSequence {

        private final String text;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            count(index);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
