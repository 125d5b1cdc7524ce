package app.lookback.contract.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * Says that the log may have grown. Within one JVM it says so right after the commit; across processes by PostgreSQL's
 * NOTIFY, sent after the commit and coalesced; and once a second in any case, so that a lost notification costs a
 * second and nothing else. A listener must return quickly and read the log on a thread of its own.
 */
public final class LogSignal implements SmartLifecycle {

    private static final long LONGEST_END_MILLIS = 2000;

    /** The first goes out at once; while there are many commits, others hear of them together. */
    private static final long BETWEEN_NOTIFICATIONS_MILLIS = 2;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore grown = new Semaphore(0);
    private final LogNotifications notifications;
    private final Thread sending = new Thread(this::send, "log-notify");
    private final Thread listening = new Thread(this::listen, "log-listen");
    private volatile boolean running;

    LogSignal(DataSource dataSource) {
        this.notifications = new LogNotifications(dataSource);
    }

    /** From now on {@code listener} is called whenever the log may have grown. */
    public void onGrowth(Runnable listener) {
        listeners.add(listener);
    }

    void appended() {
        wake();
        grown.release();
    }

    private void wake() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void start() {
        running = true;
        listening.setDaemon(true);
        listening.start();
        sending.setDaemon(true);
        sending.start();
    }

    private void listen() {
        notifications.listen(() -> running, this::wake);
    }

    private void send() {
        try {
            while (running) {
                grown.acquire();
                grown.drainPermits();
                notifications.send();
                Thread.sleep(BETWEEN_NOTIFICATIONS_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last notification, its own, ends the listening; so no connection has to be broken off. */
    @Override
    public void stop() {
        running = false;
        grown.release();
        try {
            listening.join(LONGEST_END_MILLIS);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Listens before anything that appends or follows starts, and stops after it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
