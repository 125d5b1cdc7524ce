package app.lookback.query.platform;

import app.lookback.contract.log.LogSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one reading of the log's head for all who are there: each event is read once, and its payload once. It is handed
 * to the listeners first, who must never wait, and then kept for a while for the processors, who may. What this JVM
 * appended reaches the listeners before it is read, so that reading it need not hurry and takes more at once.
 */
@Component
public class LogTail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogTail.class);
    private static final int UNTIL_ANOTHER_TRY_MILLIS = 1000;
    private static final int MORE_OF_ITS_OWN_MILLIS = 10;

    /** An event gets its place in the log before it is committed: what is still being committed stands this far back. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(60);

    /** How many events may have got a place before the first one of that time and still be without a commit. */
    private static final int MOST_IN_COMMIT = 1000;

    private final EventStorageEngine engine;
    private final Window window = new Window();
    private final List<Consumer<EventMessage<?>>> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore grown = new Semaphore(1);
    private final Semaphore hurried = new Semaphore(1);
    private boolean begun;
    private @Nullable TrackingToken position;
    private volatile @Nullable Thread thread;

    @Autowired
    LogTail(EventStorageEngine engine, LogSignal signal) {
        this(engine);
        signal.onGrowth(this::grownByOthers);
        signal.onAppended(this::appended);
    }

    LogTail(EventStorageEngine engine) {
        this.engine = engine;
    }

    /**
     * From now on {@code listener} gets every event at least once, those of one aggregate in their order unless they come
     * again, on several threads; it must not wait or throw.
     */
    public void listen(Consumer<EventMessage<?>> listener) {
        listeners.add(listener);
    }

    private void appended(List<? extends EventMessage<?>> events) {
        events.forEach(this::deliver);
        grown.release();
    }

    private void deliver(EventMessage<?> event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private void grownByOthers() {
        hurried.release();
        grown.release();
    }

    Window window() {
        return window;
    }

    private void follow() {
        while (isRunning()) {
            try {
                begin();
                awaitGrowth();
                read();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException lost) {
                log.warn("The log cannot be followed for the moment: {}", lost.toString());
                waitALittle();
            }
        }
    }

    private void awaitGrowth() throws InterruptedException {
        grown.acquire();
        boolean unused = hurried.tryAcquire(MORE_OF_ITS_OWN_MILLIS, TimeUnit.MILLISECONDS);
        hurried.drainPermits();
        grown.drainPermits();
    }

    void begin() {
        if (!begun) {
            position = before(engine.createTokenAt(Instant.now().minus(LONGEST_COMMIT)));
            window.begin(position);
            begun = true;
        }
    }

    private static @Nullable TrackingToken before(@Nullable TrackingToken token) {
        if (token instanceof GapAwareTrackingToken found) {
            long index = found.getIndex() - MOST_IN_COMMIT;
            return index > 0 ? GapAwareTrackingToken.newInstance(index, Set.of()) : null;
        }
        return token;
    }

    /** Reads what is new to the end. */
    void read() {
        try (var events = engine.readEvents(position, false)) {
            events.forEachOrdered(event -> {
                deliver(event);
                position = event.trackingToken();
                window.add(event);
            });
        } finally {
            window.tell();
        }
    }

    private void waitALittle() {
        try {
            boolean unused = grown.tryAcquire(UNTIL_ANOTHER_TRY_MILLIS, TimeUnit.MILLISECONDS);
            grownByOthers();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        var following = new Thread(this::follow, "log-tail");
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
