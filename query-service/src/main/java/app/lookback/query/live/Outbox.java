package app.lookback.query.live;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one browser, in order. Whoever puts something in never waits; a browser for which more waits
 * than the bound is given up, because it resynchronises cheaply and the heap does not.
 */
final class Outbox {

    /** UTF-16 units that may wait behind the frame that is being sent. */
    static final int BOUND = 1 << 20;

    private final Wire wire;
    private final Consumer<Closing> givenUp;
    private final Queue<String> waiting = new ArrayDeque<>();
    private long units;
    private boolean sending;
    private boolean closed;
    private @Nullable Runnable whenIdle;

    Outbox(Wire wire, Consumer<Closing> givenUp) {
        this.wire = wire;
        this.givenUp = givenUp;
    }

    void send(String frame) {
        switch (put(frame)) {
            case OVERFLOWS -> givenUp.accept(Closing.TOO_SLOW);
            case IS_NEXT -> sendAll();
            case WAITS -> {}
        }
    }

    private enum Put {
        WAITS,
        IS_NEXT,
        OVERFLOWS
    }

    private synchronized Put put(String frame) {
        if (closed) {
            return Put.WAITS;
        }
        // A frame that is larger than the bound all by itself has to pass nevertheless.
        if (!waiting.isEmpty() && units + frame.length() > BOUND) {
            close();
            return Put.OVERFLOWS;
        }
        waiting.add(frame);
        units += frame.length();
        boolean first = !sending;
        sending = true;
        return first ? Put.IS_NEXT : Put.WAITS;
    }

    /** Goes on by a loop where frames are sent at once, and by the wire's answer where they are not. */
    private void sendAll() {
        boolean sentAtOnce = true;
        while (sentAtOnce) {
            var frame = next();
            if (frame == null) {
                return;
            }
            var second = new AtomicBoolean();
            wire.send(frame, failure -> sent(failure, second));
            sentAtOnce = second.getAndSet(true);
        }
    }

    private void sent(@Nullable Throwable failure, AtomicBoolean second) {
        if (failure != null) {
            close();
            givenUp.accept(Closing.TOO_SLOW);
        }
        if (second.getAndSet(true)) {
            sendAll();
        }
    }

    private @Nullable String next() {
        Runnable idle;
        synchronized (this) {
            var frame = waiting.poll();
            if (frame != null) {
                units -= frame.length();
                return frame;
            }
            sending = false;
            idle = whenIdle;
            whenIdle = null;
        }
        if (idle != null) {
            idle.run();
        }
        return null;
    }

    /** Runs {@code task} once, as soon as nothing waits; never, where the socket closes first. */
    void whenIdle(Runnable task) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (sending) {
                whenIdle = task;
                return;
            }
        }
        task.run();
    }

    synchronized boolean isIdle() {
        return !sending && !closed;
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        units = 0;
        whenIdle = null;
    }
}
