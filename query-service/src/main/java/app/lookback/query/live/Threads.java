package app.lookback.query.live;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The threads of this package, all bounded: what is slow in one pool waits there and nowhere else. */
@Component
class Threads implements Timing, DisposableBean {

    /** Turns wait for a store when a room opens, so there are more of them than processors. */
    private final ThreadPoolExecutor turns = pool("live-turns", 32);

    private final ThreadPoolExecutor renderers =
            pool("live-render", Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** Saying goodbye to a browser, and asking whether it is there, may wait for it. */
    private final ThreadPoolExecutor goodbyes = pool("live-goodbye", 8);

    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, named("live-clock"), new ThreadPoolExecutor.DiscardPolicy());

    private static ThreadPoolExecutor pool(String name, int size) {
        var pool = new ThreadPoolExecutor(
                size,
                size,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named(name),
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    Executor turns() {
        return turns;
    }

    Executor renderers() {
        return renderers;
    }

    Executor goodbyes() {
        return goodbyes;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void after(long nanos, Runnable task) {
        clock.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        renderers.shutdownNow();
        turns.shutdown();
        goodbyes.shutdown();
    }
}
