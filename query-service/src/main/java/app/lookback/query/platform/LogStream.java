package app.lookback.query.platform;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The log from one position on, without end: read in stretches until it has caught up, and from then on out of
 * the window that all share, with a rest between two batches. Whoever falls out of the window catches up again.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private final Past past;
    private final Window window;
    private final Pace pace = new Pace();
    private @Nullable TrackingToken position;
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> own;
    private long place = Window.OUTSIDE;
    private long readings = -1;
    private boolean atEnd;

    LogStream(Past past, Window window, @Nullable TrackingToken position) {
        this.past = past;
        this.window = window;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null) {
            next = read();
            if (next == null) {
                pace.caughtUp();
            }
        }
        return Optional.ofNullable(next);
    }

    private @Nullable TrackedEventMessage<?> read() {
        if (place != Window.OUTSIDE && window.holds(place)) {
            return readShared();
        }
        place = Window.OUTSIDE;
        var event = readOwn();
        if (event != null) {
            return event;
        }
        place = window.placeAfter(position);
        return place == Window.OUTSIDE ? null : readShared();
    }

    private @Nullable TrackedEventMessage<?> readShared() {
        var event = window.get(place);
        if (event != null) {
            place++;
        }
        return event;
    }

    private @Nullable TrackedEventMessage<?> readOwn() {
        if (own == null) {
            long now = window.readings();
            if (now == readings) {
                return null;
            }
            readings = now;
            readOn();
        }
        if (!own.hasNext() && !atEnd) {
            readOn();
        }
        if (own.hasNext()) {
            return own.next();
        }
        own = null;
        return null;
    }

    private void readOn() {
        var stretch = past.after(position);
        atEnd = stretch.size() < Past.STRETCH;
        own = stretch.iterator();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (timeout > 0) {
            pace.rest(nanos -> window.awaitForReaders(place, nanos));
        }
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            window.await(place, left);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (peek().isEmpty()) {
            window.await(place, TimeUnit.SECONDS.toNanos(1));
        }
        var event = Objects.requireNonNull(next);
        next = null;
        position = event.trackingToken();
        pace.handedOut();
        return event;
    }

    @Override
    public void close() {
        own = null;
    }
}
