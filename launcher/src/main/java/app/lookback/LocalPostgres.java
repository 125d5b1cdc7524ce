package app.lookback;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A real PostgreSQL from its Maven-packaged binaries, on loopback, its data kept in the data folder. Unlike the
 * library's defaults, which are made for tests, every commit here is on the disk before it is answered, and nobody
 * connects without the password.
 */
final class LocalPostgres implements Closeable {

    private static final String NAME = "lookback";
    private static final int LINE_OF_PORT = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EmbeddedPostgres server;
    private final String password;

    private LocalPostgres(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    static LocalPostgres start(DataFolder folder) {
        var data = folder.resolve("postgresql");
        var output = folder.resolve("postgresql.log");
        try {
            OrphanedPostgres.endIn(data);
            setAsideIfUnfinished(data, folder.resolve("postgresql.ready"));
            Files.deleteIfExists(output);
            var postgres = start(folder, data, output);
            Files.writeString(folder.resolve("postgresql.ready"), "The folder postgresql holds a complete database.\n");
            return postgres;
        } catch (IOException | SQLException | IllegalStateException failure) {
            throw new CannotStart(
                    "PostgreSQL did not start (%s): %s says why.".formatted(failure.getMessage(), output), failure);
        }
    }

    /** A first start that was cut short leaves a folder that PostgreSQL can neither use nor make anew. */
    private static void setAsideIfUnfinished(Path data, Path ready) throws IOException {
        if (Files.exists(data) && Files.notExists(ready)) {
            Files.move(
                    data,
                    data.resolveSibling("postgresql.unfinished-" + Instant.now().getEpochSecond()));
        }
    }

    private static LocalPostgres start(DataFolder folder, Path data, Path output) throws IOException, SQLException {
        var passwordFile = folder.passwordFile();
        var password = Files.readString(passwordFile).strip();
        var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // What the library calls its locale settings are initdb's options.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("log_checkpoints", "off")
                .setOutputRedirector(Redirect.appendTo(output.toFile()))
                .setErrorRedirector(Redirect.appendTo(output.toFile()))
                .start();
        var postgres = new LocalPostgres(server, password);
        postgres.provision();
        return postgres;
    }

    /** The services work as a role that owns one database, not as the superuser. */
    private void provision() throws SQLException {
        try (var connection =
                server.getPostgresDatabase(Map.of("password", password)).getConnection()) {
            if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                execute(connection, "CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            }
            if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                execute(connection, "CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        }
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** What the services read, as if a person had set it. */
    Map<String, String> environment() {
        return environment(String.valueOf(server.getPort()), password);
    }

    /** The same of the one that another process has started in this data folder. */
    static Map<String, String> environmentOfRunning(Path data) throws IOException {
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(LINE_OF_PORT);
        return environment(
                port.strip(),
                Files.readString(data.resolve("postgresql.password")).strip());
    }

    private static Map<String, String> environment(String port, String password) {
        return Map.of(
                "LOOKBACK_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME,
                "LOOKBACK_POSTGRES_USER", NAME,
                "LOOKBACK_POSTGRES_PASSWORD", password);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
