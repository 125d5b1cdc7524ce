package app.lookback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that lives on because the JVM that started it was killed. It is ended before a new one starts. */
final class OrphanedPostgres {

    private static final int PATIENCE_SECONDS = 60;

    private OrphanedPostgres() {}

    static void endIn(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        var orphan = processIn(pidFile).filter(process -> serves(process, data));
        if (orphan.isPresent()) {
            end(orphan.get());
        }
        // A number that some other program has by now would make PostgreSQL refuse to start.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
        var first = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        return first.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
    }

    private static boolean serves(ProcessHandle process, Path data) {
        var arguments = process.info().arguments().map(Arrays::asList).orElseGet(List::of);
        int folder = arguments.indexOf("-D") + 1;
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent()
                && folder > 0
                && folder < arguments.size()
                && Path.of(arguments.get(folder)).equals(data);
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything committed is kept. */
    private static void end(ProcessHandle orphan) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid()))
                    .start()
                    .waitFor();
            orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the start was interrupted", stopped);
        } catch (ExecutionException | TimeoutException stillThere) {
            throw new IOException(
                    "process %d of an earlier start does not end: end it with kill -INT %<d".formatted(orphan.pid()),
                    stillThere);
        }
    }
}
