package app.lookback.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Lookback in one JVM with its embedded stores, as ./start runs it. It can be killed and started again at its address. */
final class Launched implements AutoCloseable {

    private final Path data;
    private final int port;
    private RunningProcess process;

    private Launched(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.process = launch(data, Map.of("LOOKBACK_PORT", Integer.toString(port)));
    }

    static Launched start(Path data) throws IOException {
        return new Launched(data, RunningProcess.freePort()).ready();
    }

    /** Starts it with these settings and waits for nothing. */
    static RunningProcess launch(Path data, Map<String, String> settings) throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("LOOKBACK_DATA", data.toString());
        return RunningProcess.start("lookback", environment, Unpacked.lookback());
    }

    private Launched ready() {
        process.says("Lookback is at " + Pattern.quote(site()));
        return this;
    }

    String site() {
        return "http://127.0.0.1:" + port;
    }

    /** The one-time link that it printed because nobody has an account yet. */
    String setupLink() {
        return process.says("http\\S+/studio/setup#\\S+").group();
    }

    List<String> said() {
        return process.said();
    }

    void kill() {
        process.kill();
    }

    void startAgain() throws IOException {
        process = launch(data, Map.of("LOOKBACK_PORT", Integer.toString(port)));
        ready();
    }

    /** Whoever killed it last has left a PostgreSQL behind, which is ended here. */
    @Override
    public void close() throws IOException {
        process.close();
        var pidFile = data.resolve("postgresql/postmaster.pid");
        if (Files.exists(pidFile)) {
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }
}
