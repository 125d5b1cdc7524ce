package app.lookback.query.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something again and again on a thread of its own while the service runs, also after it failed once. */
public abstract class Ticker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticker.class);

    private final String name;
    private final Duration pause;
    private final String whenItFails;
    private volatile @Nullable CountDownLatch stopped;

    /** {@code whenItFails} is what the log says then. */
    protected Ticker(String name, Duration pause, String whenItFails) {
        this.name = name;
        this.pause = pause;
        this.whenItFails = whenItFails;
    }

    protected abstract void tick();

    @Override
    public final void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        var thread = new Thread(() -> tickUntil(stop), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void tickUntil(CountDownLatch stop) {
        try {
            do {
                tickOrSay();
            } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void tickOrSay() {
        try {
            tick();
        } catch (RuntimeException failure) {
            log.warn("{}: {}", whenItFails, failure.toString());
        }
    }

    @Override
    public void stop() {
        var stop = stopped;
        if (stop != null) {
            stop.countDown();
            stopped = null;
        }
    }

    @Override
    public final boolean isRunning() {
        return stopped != null;
    }
}
