package app.lookback.query.live;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when a test says so. */
final class ManualTime implements Timing {

    private record Task(long at, long number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    private long now = 1_000_000_000_000L;
    private long numbers;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void after(long nanos, Runnable task) {
        tasks.add(new Task(now + nanos, numbers++, task));
    }

    void pass(Duration time) {
        long until = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.element().at() <= until) {
            var task = tasks.remove();
            now = Math.max(now, task.at());
            task.work().run();
        }
        now = until;
    }

    void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }
}
