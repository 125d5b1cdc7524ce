package app.lookback.query.platform;

import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The log from one position on, without end. It looks into the log only after it heard that the log has grown, and
 * passes on that it heard so.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Runnable NOBODY = () -> {};

    private final EventStorageEngine engine;
    private final Runnable closed;
    private final Object growth = new Object();
    private @Nullable TrackingToken position;
    private Iterator<? extends TrackedEventMessage<?>> events = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private boolean grown = true;
    private volatile Runnable callback = NOBODY;

    LogStream(EventStorageEngine engine, @Nullable TrackingToken position, Consumer<LogStream> closed) {
        this.engine = engine;
        this.position = position;
        this.closed = () -> closed.accept(this);
    }

    void mayHaveGrown() {
        synchronized (growth) {
            grown = true;
            growth.notifyAll();
        }
        callback.run();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable newCallback) {
        callback = newCallback;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null) {
            next = read();
        }
        return Optional.ofNullable(next);
    }

    private @Nullable TrackedEventMessage<?> read() {
        if (!events.hasNext()) {
            if (!takeGrowth()) {
                return null;
            }
            events = engine.readEvents(position, false).iterator();
        }
        return events.hasNext() ? events.next() : null;
    }

    private boolean takeGrowth() {
        synchronized (growth) {
            boolean was = grown;
            grown = false;
            return was;
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitGrowth(left);
        }
        return true;
    }

    private void awaitGrowth(long nanos) throws InterruptedException {
        synchronized (growth) {
            if (!grown) {
                TimeUnit.NANOSECONDS.timedWait(growth, nanos);
            }
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.DAYS)) {
            awaitGrowth(TimeUnit.DAYS.toNanos(1));
        }
        var event = Objects.requireNonNull(next);
        next = null;
        position = event.trackingToken();
        return event;
    }

    @Override
    public void close() {
        callback = NOBODY;
        closed.run();
    }
}
