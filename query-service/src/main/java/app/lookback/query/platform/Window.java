package app.lookback.query.platform;

import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.HistoryClosed;
import app.lookback.contract.PostEvent.HistoryOpened;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.PostWithdrawn;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The newest events in the order in which they were read. Whoever knows at least what had been read before one of them
 * may go on from there: the few events that come to it a second time change nothing in a view.
 */
final class Window {

    static final long OUTSIDE = -1;
    static final int EVENTS = 2048;

    private static final long LONGEST_COMMIT = Duration.ofSeconds(60).toNanos();

    /** What changes what readers find, and so is not to wait. */
    private static final Set<Class<?>> FOR_READERS = Set.of(
            EditionPublished.class,
            PostWithdrawn.class,
            PostDeleted.class,
            PostRestored.class,
            PostMoved.class,
            HistoryOpened.class,
            HistoryClosed.class);

    private final TrackedEventMessage<?>[] kept = new TrackedEventMessage<?>[EVENTS];
    private boolean begun;
    private @Nullable TrackingToken beforeFirst;
    private long first;
    private long next;
    private long readings;
    private long lastForReaders = OUTSIDE;

    /** No event before this index is to be expected any more: all that stood there when {@code aged} was told is old. */
    private long horizon;

    private long horizonToCome;
    private long horizonMovedAt = System.nanoTime();

    /** The first event to come is the one after {@code position}. */
    synchronized void begin(@Nullable TrackingToken position) {
        beforeFirst = position;
        begun = true;
        horizon = index(position);
        horizonToCome = horizon;
    }

    synchronized void add(TrackedEventMessage<?> event) {
        if (next - first == EVENTS) {
            beforeFirst = at(first).trackingToken();
            first++;
        }
        kept[slot(next)] = event;
        if (FOR_READERS.contains(event.getPayloadType())) {
            lastForReaders = next;
        }
        next++;
    }

    /** To be called when the log was read to its end. */
    synchronized void tell() {
        readings++;
        long now = System.nanoTime();
        if (now - horizonMovedAt > LONGEST_COMMIT) {
            horizon = horizonToCome;
            horizonToCome = index(position(next));
            horizonMovedAt = now;
        }
        notifyAll();
    }

    /** How often the log was read to its end. */
    synchronized long readings() {
        return readings;
    }

    /** The place of the first event that is new to whoever is at this position; {@link #OUTSIDE} if some others were. */
    synchronized long placeAfter(@Nullable TrackingToken position) {
        for (long place = next; begun && place >= first; place--) {
            if (covers(position, position(place))) {
                return place;
            }
        }
        return OUTSIDE;
    }

    private boolean covers(@Nullable TrackingToken known, @Nullable TrackingToken read) {
        if (read == null) {
            return true;
        }
        return known instanceof GapAwareTrackingToken k
                && read instanceof GapAwareTrackingToken r
                && r.getIndex() <= k.getIndex()
                && r.getGaps().containsAll(expected(k, r.getIndex()));
    }

    private SortedSet<Long> expected(GapAwareTrackingToken token, long last) {
        return token.getGaps().subSet(Math.min(horizon, last), last);
    }

    synchronized boolean holds(long place) {
        return place >= first;
    }

    /** The event at a place that this holds; null if it is still to come. */
    synchronized @Nullable TrackedEventMessage<?> get(long place) {
        return place < next ? at(place) : null;
    }

    /** Waits until there is an event at this place, or the log was read once more if that is outside. */
    synchronized void await(long place, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        long before = readings;
        for (long left = nanos;
                left > 0 && (place == OUTSIDE ? readings == before : place >= next);
                left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Waits so long, or until there is something for readers at this place or behind it; tells whether there is. */
    synchronized boolean awaitForReaders(long place, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !hasForReaders(place); left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return hasForReaders(place);
    }

    private boolean hasForReaders(long place) {
        return place != OUTSIDE && lastForReaders >= place;
    }

    private @Nullable TrackingToken position(long place) {
        return place == first ? beforeFirst : at(place - 1).trackingToken();
    }

    private TrackedEventMessage<?> at(long place) {
        return kept[slot(place)];
    }

    private static int slot(long place) {
        return (int) (place % EVENTS);
    }

    private static long index(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
