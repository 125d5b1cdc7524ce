package app.lookback.query.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A log as PostgreSQL keeps it: an event has its number before it is committed, and a rolled back number is lost. */
final class GappyLog extends InMemoryEventStorageEngine {

    private static final int FARTHEST_GAP = 10_000;

    private final NavigableMap<Long, DomainEventMessage<?>> committed = new TreeMap<>();
    int readings;

    void commit(long... numbers) {
        for (long number : numbers) {
            committed.put(number, new GenericDomainEventMessage<>("Post", "post", number, "event " + number));
        }
    }

    Set<Long> numbers() {
        return committed.keySet();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        readings++;
        var position = token == null ? GapAwareTrackingToken.newInstance(0, Set.of()) : (GapAwareTrackingToken) token;
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        for (var event : committed.entrySet()) {
            long number = event.getKey();
            if (number > position.getIndex() || position.getGaps().contains(number)) {
                position = position.advanceTo(number, FARTHEST_GAP);
                found.add(new GenericTrackedDomainEventMessage<>(position, event.getValue()));
            }
        }
        return found.stream();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant time) {
        return null;
    }
}
