package app.lookback.stories.faults;

import static java.util.concurrent.TimeUnit.SECONDS;

import app.lookback.stories.faults.Happening.Fault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A part of the cluster that the nemesis can kill, pause and start again. It touches no process that it did not start. */
abstract class Member implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;

    final String name;
    private final History history;
    private CompletableFuture<Void> up = new CompletableFuture<>();

    Member(String name, History history) {
        this.name = name;
        this.history = history;
    }

    /** Starts it, and returns when it is ready. */
    abstract void launch() throws IOException;

    /** Those that it consists of now, the one that the others live by first. */
    abstract List<ProcessHandle> processes() throws IOException;

    /** In the background: other faults may come meanwhile. */
    final void start() {
        up = CompletableFuture.runAsync(() -> {
            try {
                launch();
                history.add(new Fault(name + " is up"));
            } catch (IOException failure) {
                throw new IllegalStateException(name + " did not start", failure);
            }
        });
    }

    final void awaitUp() throws IOException, InterruptedException {
        try {
            up.get(PATIENCE_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException(name + " is not up", failure);
        }
    }

    /** SIGKILL to the first; the others are given the time to notice. */
    final void kill() throws IOException, InterruptedException {
        var all = processes();
        all.get(0).destroyForcibly();
        for (var process : all) {
            try {
                process.onExit().get(PATIENCE_SECONDS, SECONDS);
            } catch (ExecutionException | TimeoutException lives) {
                throw new IOException(name + " cannot be killed", lives);
            }
        }
    }

    final void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    final void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        for (var process : processes()) {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** Whether it still runs, though nobody has killed it. */
    final boolean lives() throws IOException {
        return !processes().isEmpty() && processes().get(0).isAlive();
    }

    @Override
    public abstract void close() throws IOException;

    @Override
    public final String toString() {
        return name;
    }
}
