package app.lookback;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The stores that are started with Lookback: those that the environment does not name. */
final class Stores implements Closeable {

    private final Deque<Closeable> opened = new ArrayDeque<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** Starts what is missing, and tells {@code progress} before each step that takes a while. */
    void open(Settings settings, Consumer<String> progress) throws IOException {
        var folder = keep(DataFolder.open(settings.data()));
        if (!settings.hasPostgres()) {
            progress.accept(
                    Files.exists(folder.resolve("postgresql.ready"))
                            ? "Opening the event log"
                            : "Making the database of the event log; this happens once and takes some seconds");
            environment.putAll(keep(LocalPostgres.start(folder)).environment());
            // Only this process uses this log, unless whoever starts it knows of another.
            environment.put("LOOKBACK_LOG_SHARED", settings.environment().getOrDefault("LOOKBACK_LOG_SHARED", "false"));
        }
        if (!settings.hasMongo()) {
            progress.accept("Opening the views");
            var mongo = keep(EmbeddedMongo.start(folder.resolve("views.mv"), 0));
            environment.put("LOOKBACK_MONGODB_URI", mongo.uri());
            // Only this process can use these views: after a sudden end it takes its own claims on them back at once.
            environment.put("LOOKBACK_NODE", "launcher");
        }
    }

    /** The database of the log alone, for one more reader of it: that of the running Lookback, or started for this. */
    HikariDataSource openLog(Settings settings) throws IOException {
        if (!settings.hasPostgres()) {
            existing(settings.data());
        }
        joinLog(settings);
        var database = new HikariDataSource();
        database.setJdbcUrl(environment.get("LOOKBACK_POSTGRES_URL"));
        database.setUsername(environment.get("LOOKBACK_POSTGRES_USER"));
        database.setPassword(environment.get("LOOKBACK_POSTGRES_PASSWORD"));
        database.setMaximumPoolSize(2);
        return database;
    }

    /** The same for one that also writes: where there is none yet, it is made. */
    void joinLog(Settings settings) throws IOException {
        environment.putAll(
                settings.hasPostgres()
                        ? settings.environment()
                        : Files.exists(settings.data()) && DataFolder.isInUse(settings.data())
                                ? LocalPostgres.environmentOfRunning(settings.data())
                                : keep(LocalPostgres.start(keep(DataFolder.open(settings.data()))))
                                        .environment());
    }

    private static void existing(Path data) {
        if (Files.notExists(data.resolve("postgresql.ready"))) {
            throw new CannotStart(
                    "%s holds no event log: name Lookback's data folder with LOOKBACK_DATA, or its PostgreSQL with LOOKBACK_POSTGRES_URL"
                            .formatted(data));
        }
    }

    private synchronized <T extends Closeable> T keep(T store) {
        opened.push(store);
        return store;
    }

    /** Where they are, under the names by which a person would name real ones. */
    Map<String, String> environment() {
        return environment;
    }

    /** Closes them in the reverse order, each even if another fails. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            var store = opened.pop();
            try {
                store.close();
            } catch (IOException failure) {
                System.err.println("While stopping: " + failure.getMessage());
            }
        }
    }
}
