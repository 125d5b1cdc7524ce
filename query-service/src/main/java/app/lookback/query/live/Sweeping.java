package app.lookback.query.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks each second for sockets that are over; ends all of them, before all else, when the server goes away. */
@Component
class Sweeping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    private final Connections connections;
    private volatile @Nullable CountDownLatch stopped;

    Sweeping(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        var thread = new Thread(() -> sweepUntil(stop), "live-sweep");
        thread.setDaemon(true);
        thread.start();
    }

    private void sweepUntil(CountDownLatch stop) {
        try {
            while (!stop.await(1, TimeUnit.SECONDS)) {
                sweep();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            connections.sweep();
        } catch (RuntimeException unreachable) {
            log.warn("Which sign-ins are over is unknown for the moment: {}", unreachable.toString());
        }
    }

    @Override
    public void stop() {
        var stop = stopped;
        if (stop != null) {
            stop.countDown();
            stopped = null;
        }
        connections.endAll();
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }
}
