package app.lookback.query.platform;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says how far the views are while they are being built, in the log and at /api/progress. */
@Component
class Progress extends Ticker {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);
    private static final long FAR_BEHIND = 1000;

    /**
     * {@code position} and {@code head} count the log's events, those that were rolled back included; the rate is that of
     * the last seconds, and {@code secondsLeft} is -1 where there is none.
     */
    record View(String name, long position, long head, long eventsPerSecond, long secondsLeft) {
        boolean isFarBehind() {
            return head - position > FAR_BEHIND;
        }
    }

    private record Sample(long position, long nanos) {
        long eventsPerSecond(Sample later) {
            double seconds = (later.nanos - nanos) / 1e9;
            return Math.max(0, Math.round((later.position - position) / seconds));
        }
    }

    private final Positions positions;
    private final EventStorageEngine engine;
    private final Views.Names names;
    private final Readiness readiness;
    private final Map<String, Sample> samples = new HashMap<>();
    private volatile List<View> views = List.of();

    Progress(Positions positions, EventStorageEngine engine, Views.Names names, Readiness readiness) {
        super("view-progress", Duration.ofSeconds(2), "How far the views are is unknown");
        this.positions = positions;
        this.engine = engine;
        this.names = names;
        this.readiness = readiness;
    }

    /** As it was at most two seconds ago. */
    List<View> views() {
        return views;
    }

    private void look() {
        var head = engine.createHeadToken();
        long end = head == null ? 0 : head.position().orElse(0);
        var reached = positions.all();
        var found = new ArrayList<View>();
        for (var name : names.all()) {
            found.add(view(name, Math.min(end, reached.getOrDefault(name, 0L)), end));
        }
        views = List.copyOf(found);
        readiness.areFarBehind(
                found.stream().filter(View::isFarBehind).map(View::name).collect(toSet()));
    }

    private View view(String name, long position, long head) {
        var now = new Sample(position, System.nanoTime());
        var before = samples.put(name, now);
        long rate = before == null ? 0 : before.eventsPerSecond(now);
        return new View(name, position, head, rate, rate == 0 ? -1 : (head - position) / rate);
    }

    @Override
    protected synchronized void tick() {
        boolean wereBehind = views.stream().anyMatch(View::isFarBehind);
        look();
        var behind = views.stream().filter(View::isFarBehind).toList();
        behind.forEach(Progress::report);
        if (behind.isEmpty() && wereBehind) {
            log.info("All views are built");
        }
    }

    private static void report(View view) {
        log.info(
                "Building the view {}: {} of {} events, {} a second, {}",
                view.name(),
                view.position(),
                view.head(),
                view.eventsPerSecond(),
                view.secondsLeft() < 0 ? "rest unknown" : view.secondsLeft() + " s left");
    }
}
