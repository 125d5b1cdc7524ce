package app.lookback.query.platform;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** How far each view that this node builds has followed the log; says so in the log output while one is far behind. */
@Component
class Progress implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);
    private static final int SECONDS_BETWEEN = 2;
    private static final long FAR_BEHIND = 1000;

    /** {@code position} and {@code head} count the log's events, those that were rolled back included. */
    record View(String name, long position, long head) {
        boolean isFarBehind() {
            return head - position > FAR_BEHIND;
        }
    }

    private final EventProcessingConfiguration processing;
    private final EventStorageEngine engine;
    private final Views.Names names;
    private final Restoring restoring;
    private volatile ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Progress::thread);
    private volatile boolean running;
    private boolean wasFarBehind;

    Progress(
            EventProcessingConfiguration processing,
            EventStorageEngine engine,
            Views.Names names,
            Restoring restoring) {
        this.processing = processing;
        this.engine = engine;
        this.names = names;
        this.restoring = restoring;
    }

    List<View> views() {
        var head = engine.createHeadToken();
        long end = head == null ? 0 : head.position().orElse(0);
        return names.all().stream().flatMap(name -> view(name, end).stream()).toList();
    }

    private List<View> view(String name, long head) {
        return processing.eventProcessor(name, StreamingEventProcessor.class).stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .map(status -> new View(
                        name, Math.min(head, status.getCurrentPosition().orElse(0)), head))
                .toList();
    }

    private void report() {
        try {
            restoring.restore();
            var behind = views().stream().filter(View::isFarBehind).toList();
            behind.forEach(view ->
                    log.info("Building the view {}: {} of {} events", view.name(), view.position(), view.head()));
            if (behind.isEmpty() && wasFarBehind) {
                log.info("All views are built");
            }
            wasFarBehind = !behind.isEmpty();
        } catch (RuntimeException unreachable) {
            log.warn("How far the views are is unknown: {}", unreachable.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "view-progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        running = true;
        clock.scheduleWithFixedDelay(this::report, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clock.shutdownNow();
        clock = Executors.newSingleThreadScheduledExecutor(Progress::thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
