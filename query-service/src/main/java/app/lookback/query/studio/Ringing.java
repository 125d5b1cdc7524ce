package app.lookback.query.studio;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the bell look twice a second, and ends the streams before the server waits for its requests to end. */
@Component
class Ringing implements SmartLifecycle {

    private final Bell bell;
    private final Listeners listeners;
    private volatile @Nullable CountDownLatch stopped;

    Ringing(Bell bell, Listeners listeners) {
        this.bell = bell;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        var thread = new Thread(() -> ringUntil(stop), "library-bell");
        thread.setDaemon(true);
        thread.start();
    }

    private void ringUntil(CountDownLatch stop) {
        try {
            while (!stop.await(500, TimeUnit.MILLISECONDS)) {
                bell.tick();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var stop = stopped;
        if (stop != null) {
            stop.countDown();
            stopped = null;
        }
        listeners.endAll();
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }
}
