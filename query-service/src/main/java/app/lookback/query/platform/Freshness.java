package app.lookback.query.platform;

import app.lookback.contract.AddressEvent;
import app.lookback.contract.PostEvent;
import app.lookback.contract.SiteFileEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the views hold all that this node has heard of, edits of drafts and marks apart. Law: what was made of the
 * views while they were settled in a generation, and is used in no other, is never older than what this node has heard.
 */
@Component
public class Freshness extends Ticker {

    /** From no generation: the views are behind. */
    public static final long NONE = -1;

    private static final Duration PAUSE = Duration.ofMillis(10);

    /** What was heard is committed, and so is read by every view long before this has passed. */
    private static final long CERTAINLY_READ = Duration.ofSeconds(1).toNanos();

    /** While a whole site is imported, asking again and again would slow it down. */
    private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();

    /** How long views that are built again may go unnoticed. */
    private static final long BETWEEN_DOUBTS = Duration.ofMillis(250).toNanos();

    private final Positions positions;
    private final EventStorageEngine engine;
    private final AtomicLong heard = new AtomicLong();
    private volatile long heardLast = System.nanoTime();
    private volatile long settled = NONE;
    private @Nullable TrackingToken reached;
    private long unsettledSince = System.nanoTime();
    private long looked = System.nanoTime();

    Freshness(Positions positions, EventStorageEngine engine, LogTail tail) {
        super("freshness", PAUSE, "Whether the views are current is unknown");
        this.positions = positions;
        this.engine = engine;
        tail.listen(this::happened);
    }

    private void happened(EventMessage<?> event) {
        var type = event.getPayloadType();
        if (PostEvent.class.isAssignableFrom(type)
                || AddressEvent.class.isAssignableFrom(type)
                || SiteFileEvent.class.isAssignableFrom(type)) {
            heardLast = System.nanoTime();
            heard.incrementAndGet();
        }
    }

    /** The number of what was heard so far, or {@link #NONE} while the views lack some of it. */
    public long generation() {
        long now = settled;
        return now == heard.get() ? now : NONE;
    }

    @Override
    protected void tick() {
        long now = System.nanoTime();
        boolean isSettled = heard.get() == settled;
        if (now - looked >= (isSettled ? BETWEEN_DOUBTS : Math.min(LONGEST_PAUSE, (now - unsettledSince) / 8))) {
            looked = now;
            if (isSettled) {
                doubt();
            } else {
                look(now);
            }
        }
        if (isSettled) {
            unsettledSince = now;
        }
    }

    /** A place that was given up in the log leaves a gap in the views' positions, for which nobody waits for ever. */
    private void look(long now) {
        long before = heard.get();
        var head = engine.createHeadToken();
        boolean longAgo = now - heardLast > CERTAINLY_READ;
        if (longAgo ? positions.reach(head) : positions.cover(head)) {
            reached = head;
            settled = before;
        }
    }

    /** A view that is built again has less than it had: what is made of it meanwhile is not used later. */
    private void doubt() {
        if (!positions.reach(reached)) {
            heard.incrementAndGet();
        }
    }
}
