package app.lookback.stories.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** The one thread of all editors. What fails on it is not forgotten. */
final class Loop extends ScheduledThreadPoolExecutor {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    Loop() {
        super(1);
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
        super.afterExecute(task, thrown);
        if (thrown != null) {
            failures.add(thrown);
        } else if (task instanceof Future<?> future && future.isDone() && !future.isCancelled()) {
            try {
                future.get();
            } catch (ExecutionException failure) {
                failures.add(failure.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    List<Throwable> failures() {
        return failures;
    }
}
