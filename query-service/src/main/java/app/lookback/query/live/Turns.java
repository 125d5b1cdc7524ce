package app.lookback.query.live;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what it is given one after another, in order, on threads that it shares with others. */
final class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final Executor threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();

    Turns(Executor threads) {
        this.threads = threads;
    }

    void add(Runnable turn) {
        waiting.add(turn);
        if (left.getAndIncrement() == 0) {
            threads.execute(this::runAll);
        }
    }

    private void runAll() {
        do {
            run(waiting.remove());
        } while (left.decrementAndGet() > 0);
    }

    private static void run(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException failure) {
            log.error("A turn of a live post failed; the next ones go on", failure);
        }
    }
}
