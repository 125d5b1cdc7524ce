package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.query.platform.LogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the head of the log and hands what happens to the rooms. Its position is kept in memory only: a room begins
 * with what the log holds when it opens.
 */
@Component
class Follower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final long UNTIL_ANOTHER_TRY = TimeUnit.SECONDS.toNanos(1);

    /** An event gets its place in the log before it is committed: what is still being committed stands this far back. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(10);

    private final LogSource source;
    private final EventStorageEngine engine;
    private final Rooms rooms;
    private boolean begun;
    private @Nullable TrackingToken position;
    private volatile @Nullable Thread thread;

    Follower(LogSource source, EventStorageEngine engine, Rooms rooms) {
        this.source = source;
        this.engine = engine;
        this.rooms = rooms;
    }

    private void follow() {
        while (isRunning()) {
            try {
                begin();
                followUntilLost();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException lost) {
                log.warn("The log cannot be followed for the moment: {}", lost.toString());
                LockSupport.parkNanos(UNTIL_ANOTHER_TRY);
            }
        }
    }

    private void begin() {
        if (!begun) {
            position = engine.createTokenAt(Instant.now().minus(LONGEST_COMMIT));
            begun = true;
        }
    }

    private void followUntilLost() throws InterruptedException {
        var events = source.openStream(position);
        try {
            while (isRunning()) {
                var event = events.nextAvailable();
                deliver(event);
                position = event.trackingToken();
            }
        } finally {
            events.close();
        }
    }

    private void deliver(EventMessage<?> event) {
        try {
            if (event.getPayloadType() == SourceEdited.class) {
                rooms.edited((SourceEdited) event.getPayload());
            } else if (event.getPayloadType() == EditionPublished.class) {
                rooms.published((EditionPublished) event.getPayload());
            }
        } catch (SerializationException unreadable) {
            log.error("The event {} cannot be read; the others are delivered", event.getIdentifier(), unreadable);
        }
    }

    @Override
    public void start() {
        var following = new Thread(this::follow, "live-follower");
        following.setDaemon(true);
        thread = following;
        following.start();
    }

    @Override
    public void stop() {
        var following = thread;
        thread = null;
        if (following != null) {
            following.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server lets anyone in, and after it has let everyone go. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10_000;
    }
}
