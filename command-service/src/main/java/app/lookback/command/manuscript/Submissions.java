package app.lookback.command.manuscript;

import app.lookback.command.manuscript.Outcome.Accepted;
import app.lookback.command.manuscript.Outcome.Refused;
import app.lookback.command.platform.Busy;
import app.lookback.command.platform.Decisions;
import app.lookback.contract.PostId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Group commit: while one transaction of a post is under way, the edits that come for it wait, and the next transaction
 * takes them all, in their order. An edit alone waits for nobody, and posts do not wait for each other.
 *
 * <p>What waits is bounded. Beyond the bound, and after waiting too long, an edit is answered with {@link Busy}: its
 * client keeps it and sends it again, and a submission that was recorded after all is answered with its revision then.
 */
@Component
class Submissions implements DisposableBean {

    /** Posts that commit at once. With more of them than processors, each takes fewer edits together. */
    private static final int COMMITS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private static final int MOST_TOGETHER = 256;
    private static final int LARGEST_TOGETHER = 1_000_000;
    private static final int MOST_OF_A_POST = 1_000;
    private static final long LARGEST_WAITING = 32_000_000;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Function<EditTogether, List<Outcome>> decisions;
    private final UnaryOperator<EditSource> nearer;
    private final ExecutorService committing = Executors.newFixedThreadPool(COMMITS, named("edit-commit-"));

    /** Reads far back in the log, which may take a while. */
    private final ExecutorService catchingUp = Executors.newFixedThreadPool(2, named("edit-catch-up-"));

    /** A post is in here as long as someone is busy with its edits. */
    private final Map<PostId, Queue<Waiting>> posts = new ConcurrentHashMap<>();

    private final AtomicLong waitingUnits = new AtomicLong();

    private record Waiting(EditSource edit, CompletableFuture<Long> answer) {

        int size() {
            return 100 + edit.changes().size();
        }
    }

    @Autowired
    Submissions(Decisions decisions, AcceptedEdits log) {
        this(decisions::decide, log::nearer);
    }

    Submissions(Function<EditTogether, List<Outcome>> decisions, UnaryOperator<EditSource> nearer) {
        this.decisions = decisions;
        this.nearer = nearer;
    }

    /** The revision that the edit became, once it is durable; or else its refusal. */
    CompletableFuture<Long> submit(EditSource edit) {
        var waiting =
                new Waiting(edit, new CompletableFuture<Long>().orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
        if (waitingUnits.get() > LARGEST_WAITING) {
            waiting.answer.completeExceptionally(Busy.tooMany());
        } else {
            add(waiting);
        }
        return waiting.answer.exceptionally(Submissions::refusal);
    }

    private static Long refusal(Throwable failure) {
        if (failure instanceof RuntimeException refusal) {
            throw refusal;
        }
        throw Busy.tooMany();
    }

    private void add(Waiting waiting) {
        var post = waiting.edit.post();
        posts.compute(post, (same, queue) -> {
            var waitingHere = queue == null ? new ArrayDeque<Waiting>() : queue;
            if (waitingHere.size() >= MOST_OF_A_POST) {
                waiting.answer.completeExceptionally(Busy.tooMany());
                return queue;
            }
            waitingUnits.addAndGet(waiting.size());
            waitingHere.add(waiting);
            if (queue == null) {
                committing.execute(() -> commit(post));
            }
            return waitingHere;
        });
    }

    private void commit(PostId post) {
        try {
            decide(post, next(post));
        } finally {
            posts.compute(post, (same, queue) -> {
                if (queue == null || queue.isEmpty()) {
                    return null;
                }
                committing.execute(() -> commit(post));
                return queue;
            });
        }
    }

    private List<Waiting> next(PostId post) {
        var together = new ArrayList<Waiting>();
        posts.computeIfPresent(post, (same, queue) -> {
            long units = 0;
            while (!queue.isEmpty() && together.size() < MOST_TOGETHER && units < LARGEST_TOGETHER) {
                var waiting = queue.remove();
                units += waiting.size();
                if (!waiting.answer.isDone()) {
                    together.add(waiting);
                }
            }
            waitingUnits.addAndGet(-units);
            return queue;
        });
        return together;
    }

    private void decide(PostId post, List<Waiting> together) {
        if (together.isEmpty()) {
            return;
        }
        try {
            var outcomes = decisions.apply(
                    new EditTogether(post, together.stream().map(Waiting::edit).toList()));
            for (int i = 0; i < together.size(); i++) {
                answer(together.get(i), outcomes.get(i));
            }
        } catch (RuntimeException failure) {
            together.forEach(waiting -> waiting.answer.completeExceptionally(failure));
        }
    }

    private void answer(Waiting waiting, Outcome outcome) {
        if (outcome instanceof Accepted accepted) {
            waiting.answer.complete(accepted.revision());
        } else if (outcome instanceof Refused refused) {
            waiting.answer.completeExceptionally(refused.reason());
        } else {
            catchingUp.execute(() -> bringNearer(waiting));
        }
    }

    private void bringNearer(Waiting waiting) {
        try {
            add(new Waiting(nearer.apply(waiting.edit), waiting.answer));
        } catch (RuntimeException failure) {
            waiting.answer.completeExceptionally(failure);
        }
    }

    private static ThreadFactory named(String name) {
        return new CustomizableThreadFactory(name);
    }

    @Override
    public void destroy() {
        committing.shutdown();
        catchingUp.shutdown();
    }
}
