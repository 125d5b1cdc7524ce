package app.lookback.query.platform;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of the log that were read lately, so that views which are built side by side read and decode each event
 * once. A stretch may lack what was committed late: its positions say so, and whoever goes on from them reads that too.
 */
final class Past {

    static final int STRETCH = 1000;
    private static final int KEPT = 32;

    private final EventStorageEngine engine;
    private final Map<Optional<TrackingToken>, SoftReference<Reading>> lately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Optional<TrackingToken>, SoftReference<Reading>> eldest) {
            return size() > KEPT;
        }
    };

    /** A reading that whoever comes first carries out, and for which all others wait. */
    private static final class Reading extends FutureTask<List<TrackedEventMessage<?>>> {
        private final Thread first = Thread.currentThread();

        Reading(EventStorageEngine engine, @Nullable TrackingToken position) {
            super(() -> read(engine, position));
        }

        boolean isMine() {
            return first == Thread.currentThread();
        }
    }

    Past(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** The next events; fewer than a stretch at the log's end, as it is now. */
    List<TrackedEventMessage<?>> after(@Nullable TrackingToken position) {
        while (true) {
            var reading = reading(position);
            reading.run();
            var found = found(reading, position);
            if (found.size() == STRETCH) {
                return found;
            }
            forget(position, reading);
            if (reading.isMine()) {
                return found;
            }
        }
    }

    private List<TrackedEventMessage<?>> found(Reading reading, @Nullable TrackingToken position) {
        try {
            return reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The log is not read any more", stopped);
        } catch (ExecutionException failure) {
            forget(position, reading);
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }

    private synchronized Reading reading(@Nullable TrackingToken position) {
        var known = lately.get(Optional.ofNullable(position));
        var reading = known == null ? null : known.get();
        if (reading == null) {
            reading = new Reading(engine, position);
            lately.put(Optional.ofNullable(position), new SoftReference<>(reading));
        }
        return reading;
    }

    /** The log's end moves, and what failed may go well another time. */
    private synchronized void forget(@Nullable TrackingToken position, Reading reading) {
        var known = lately.get(Optional.ofNullable(position));
        if (known != null && known.get() == reading) {
            lately.remove(Optional.ofNullable(position));
        }
    }

    private static List<TrackedEventMessage<?>> read(EventStorageEngine engine, @Nullable TrackingToken position) {
        try (var events = engine.readEvents(position, false)) {
            return events.limit(STRETCH)
                    .<TrackedEventMessage<?>>map(event -> event)
                    .toList();
        }
    }
}
