package app.lookback.query.platform;

import java.util.concurrent.TimeUnit;

/**
 * When a view that has caught up goes on: after a rest that is longer than its last batch took, so that under load its
 * batches become large and cheap and most of the time is left for others. An event that comes alone waits for nothing, and what
 * changes for readers ends a rest.
 */
final class Pace {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int TIMES_THE_WORK = 4;

    /** Of what is not to wait, so much may come together: else a site that is imported would be taken in bit by bit. */
    private static final long BETWEEN_HURRIES = TimeUnit.MILLISECONDS.toNanos(150);

    /** Waits for something that ends a rest; tells whether it has come. */
    interface Alarm {
        boolean within(long nanos) throws InterruptedException;
    }

    private boolean busy;
    private long hurriedAt = System.nanoTime() - BETWEEN_HURRIES;
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

    void rest(Alarm alarm) throws InterruptedException {
        if (tired) {
            tired = false;
            long worked = System.nanoTime() - caughtUpAt;
            rest(alarm, Math.min(LONGEST, Math.max(SHORTEST, TIMES_THE_WORK * worked)));
        }
    }

    private void rest(Alarm alarm, long nanos) throws InterruptedException {
        if (System.nanoTime() - hurriedAt < BETWEEN_HURRIES) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } else if (alarm.within(nanos)) {
            hurriedAt = System.nanoTime();
        }
    }
}
