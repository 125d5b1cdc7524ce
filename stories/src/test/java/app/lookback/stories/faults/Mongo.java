package app.lookback.stories.faults;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import app.lookback.stories.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in for MongoDB as a process of its own. Killed, it loses what it had not written to its file; it can come
 * back with even older data, those of the kill before, or with none the first time.
 */
final class Mongo extends Member {

    private final Path file;
    private final Path olderFile;
    private final int port;
    private int starts;
    private volatile boolean older;
    private @Nullable RunningProcess process;

    Mongo(Path folder, int port, History history) {
        super("MongoDB", history);
        this.file = folder.resolve("views.mv");
        this.olderFile = folder.resolve("older.mv");
        this.port = port;
    }

    @Override
    void launch() throws IOException {
        if (starts > 0) {
            chooseData();
        }
        var command = List.of(
                RunningProcess.java(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "app.lookback.EmbeddedMongo",
                file.toString(),
                Integer.toString(port));
        process = RunningProcess.start("faults-mongodb-" + ++starts, Map.of(), command);
        process.says("mongodb://\\S+");
    }

    private void chooseData() throws IOException {
        var asKilled = file.resolveSibling("killed.mv");
        Files.copy(file, asKilled, REPLACE_EXISTING);
        if (older) {
            Files.delete(file);
            if (Files.exists(olderFile)) {
                Files.move(olderFile, file);
            }
        }
        Files.move(asKilled, olderFile, REPLACE_EXISTING);
    }

    /** Whether it is to come back with older data than it had. */
    void comeBackOlder(boolean asked) {
        older = asked;
    }

    @Override
    List<ProcessHandle> processes() {
        return process == null ? List.of() : List.of(process.handle());
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/lookback";
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
