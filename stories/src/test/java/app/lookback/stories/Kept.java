package app.lookback.stories;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was started: ended the last one first, and each of it even where another cannot be ended. */
final class Kept implements Closeable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    @Override
    public void close() throws IOException {
        var failure = new IOException("Not everything could be ended");
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception cause) {
                failure.addSuppressed(cause);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
