package app.lookback.query.platform;

import java.util.concurrent.TimeUnit;

/**
 * When a view that has caught up goes on: after a rest that is longer than its last batch took, so that under load its
 * batches become large and cheap and most of the time is left for others. An event that comes alone waits for nothing.
 */
final class Pace {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int TIMES_THE_WORK = 4;

    private boolean busy;
    private boolean tired;
    private long caughtUpAt;

    void handedOut() {
        busy = true;
    }

    void caughtUp() {
        if (busy) {
            busy = false;
            tired = true;
            caughtUpAt = System.nanoTime();
        }
    }

    void rest() throws InterruptedException {
        if (tired) {
            tired = false;
            long worked = System.nanoTime() - caughtUpAt;
            TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST, Math.max(SHORTEST, TIMES_THE_WORK * worked)));
        }
    }
}
