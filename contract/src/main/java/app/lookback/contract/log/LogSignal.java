package app.lookback.contract.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.context.SmartLifecycle;

/**
 * Says that the log may have grown. Within one JVM it hands the events over right after the commit; to other processes it
 * speaks by PostgreSQL's NOTIFY, sent after the commit and coalesced; and it says so once a second in any case, so that a
 * lost notification costs a second and nothing else. A listener must return quickly.
 */
public final class LogSignal implements SmartLifecycle {

    private static final long LONGEST_END_MILLIS = 2000;

    /** The first goes out at once; while there are many commits, others hear of them together. */
    private static final long BETWEEN_NOTIFICATIONS_MILLIS = 2;

    private final List<Consumer<List<? extends EventMessage<?>>>> own = new CopyOnWriteArrayList<>();
    private final List<Runnable> others = new CopyOnWriteArrayList<>();
    private final Semaphore grown = new Semaphore(0);
    private final LogNotifications notifications;
    private final Thread sending = new Thread(this::send, "log-notify");
    private final Thread listening = new Thread(this::listen, "log-listen");
    private final boolean shared;
    private volatile boolean running;

    LogSignal(DataSource dataSource, boolean shared) {
        this.notifications = new LogNotifications(dataSource);
        this.shared = shared;
    }

    /**
     * From now on {@code listener} gets what this JVM has appended, in the order of each aggregate; when, in relation to
     * other aggregates and to what is read from the log, is not said.
     */
    public void onAppended(Consumer<List<? extends EventMessage<?>>> listener) {
        own.add(listener);
    }

    /** From now on {@code listener} is called whenever the log may have grown by what another process appended. */
    public void onGrowth(Runnable listener) {
        others.add(listener);
    }

    void appended(List<? extends EventMessage<?>> events) {
        own.forEach(listener -> listener.accept(events));
        if (shared) {
            grown.release();
        }
    }

    private void wake() {
        others.forEach(Runnable::run);
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
