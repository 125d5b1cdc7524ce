package app.lookback.stories.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The event log's PostgreSQL, with each commit on the disk before its answer. */
final class Postgres extends Member {

    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    Postgres(Path data, int port, History history) {
        super("PostgreSQL", history);
        this.data = data;
        this.port = port;
    }

    /** On the data that the last one left. */
    @Override
    void launch() throws IOException {
        if (server != null) {
            server.close();
        }
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(90))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .start();
    }

    @Override
    List<ProcessHandle> processes() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return List.of();
        }
        var postmaster = ProcessHandle.of(
                Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
        return postmaster.stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .toList();
    }

    Map<String, String> environment() {
        return Map.of(
                "LOOKBACK_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "LOOKBACK_POSTGRES_USER", "postgres",
                "LOOKBACK_POSTGRES_PASSWORD", "trusted");
    }

    DataSource database() {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return server.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
