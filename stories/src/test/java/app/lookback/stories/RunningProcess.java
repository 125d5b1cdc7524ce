package app.lookback.stories;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A process of the story: one can wait for what it says, end it kindly, and kill it. */
public final class RunningProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final String name;
    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Map<Pattern, CompletableFuture<MatchResult>> awaited = new ConcurrentHashMap<>();

    private RunningProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    public static RunningProcess start(String name, Map<String, String> environment, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var running = new RunningProcess(name, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(running.process::destroyForcibly));
        var reader = new Thread(running::listen, name);
        reader.setDaemon(true);
        reader.start();
        return running;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void listen() {
        var log = Path.of("target", "%s-%d.log".formatted(name, process.pid()));
        try (var lines = process.inputReader();
                BufferedWriter copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                copy.flush();
                hear(line);
            }
        } catch (IOException ended) {
            said.add("(" + ended.getMessage() + ")");
        }
        awaited.values().forEach(waiting -> waiting.completeExceptionally(new IOException(name + " has ended")));
    }

    private synchronized void hear(String line) {
        said.add(line);
        awaited.forEach((pattern, waiting) -> {
            var match = pattern.matcher(line);
            if (match.find()) {
                waiting.complete(match.toMatchResult());
            }
        });
    }

    /** Waits until a line that holds the pattern was printed, before or after this call. */
    public MatchResult says(String regex) {
        try {
            return heard(Pattern.compile(regex)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException silent) {
            return fail("%s never said '%s'; it said:\n%s".formatted(name, regex, String.join("\n", said)), silent);
        }
    }

    /** Waits until it says so; false when it ends before. */
    public boolean saysOrEnds(String regex) {
        var heard = heard(Pattern.compile(regex)).handle((match, ended) -> ended == null);
        return heard.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private synchronized CompletableFuture<MatchResult> heard(Pattern pattern) {
        for (var line : said) {
            var match = pattern.matcher(line);
            if (match.find()) {
                return CompletableFuture.completedFuture(match.toMatchResult());
            }
        }
        return process.isAlive()
                ? awaited.computeIfAbsent(pattern, unheard -> new CompletableFuture<>())
                : CompletableFuture.failedFuture(new IOException(name + " has ended"));
    }

    List<String> said() {
        return List.copyOf(said);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for its end and gives the exit code. */
    int ends() {
        return process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** As kill -9 does it: nothing of the process runs after this. */
    public void kill() {
        process.destroyForcibly();
        ends();
    }

    @Override
    public void close() {
        process.destroy();
        ends();
    }
}
