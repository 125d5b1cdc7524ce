package app.lookback.query.live;

/** The time, and a way to do something later. */
interface Timing {

    long nanos();

    /** Runs {@code task}, which must be short, after so many nanoseconds. */
    void after(long nanos, Runnable task);
}
