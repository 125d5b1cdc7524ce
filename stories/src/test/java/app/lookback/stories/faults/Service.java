package app.lookback.stories.faults;

import app.lookback.stories.RunningProcess;
import app.lookback.stories.Unpacked;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JVM of ours at an address that stays the same. What fails to start, as without its stores, is started again. */
final class Service extends Member {

    private static final int MOST_STARTS = 20;

    private final String module;
    private final String ready;
    private final int port;
    private final Map<String, String> environment;
    private int starts;
    private @Nullable RunningProcess process;

    Service(String module, String ready, int port, Map<String, String> environment, History history) {
        super(module, history);
        this.module = module;
        this.ready = ready;
        this.port = port;
        this.environment = new HashMap<>(environment);
        this.environment.put("LOOKBACK_PORT", Integer.toString(port));
        this.environment.put("LOOKBACK_NODE", module);
        this.environment.put("SERVER_PORT", Integer.toString(port));
        this.environment.put("SERVER_ADDRESS", "127.0.0.1");
    }

    @Override
    void launch() throws IOException {
        var command = List.of(
                RunningProcess.java(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Unpacked.jar(module));
        for (int i = 0; i < MOST_STARTS; i++) {
            process = RunningProcess.start("faults-%s-%d".formatted(module, ++starts), environment, command);
            if (process.saysOrEnds(ready)) {
                return;
            }
        }
        throw new IOException(module + " ended whenever it was started");
    }

    @Override
    List<ProcessHandle> processes() {
        return process == null ? List.of() : List.of(process.handle());
    }

    URI site() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String says(String regex) {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process.says(regex).group();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
