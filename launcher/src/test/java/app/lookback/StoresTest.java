package app.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {

    @TempDir
    private Path data;

    private final List<String> progress = new ArrayList<>();

    @Test
    void what_was_kept_is_found_after_the_next_start() throws IOException, SQLException {
        try (var stores = open(Map.of())) {
            execute(stores, "CREATE TABLE kept AS SELECT 'until the next start' AS what");
            views(stores, "kept", true);
        }
        try (var stores = open(Map.of())) {
            assertThat(ask(stores, "SELECT what FROM kept")).isEqualTo("until the next start");
            assertThat(views(stores, "kept", false)).isEqualTo(1);
        }
        assertThat(progress).element(2).isEqualTo("Opening the event log");
    }

    @Test
    void every_commit_is_on_the_disk_before_it_is_answered() throws IOException, SQLException {
        try (var stores = open(Map.of("LOOKBACK_MONGODB_URI", "mongodb://somewhere.else"))) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(stores, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(stores.environment()).doesNotContainKey("LOOKBACK_MONGODB_URI");
        }
    }

    @Test
    void nobody_connects_without_the_password_and_the_services_are_no_superusers() throws IOException, SQLException {
        try (var stores = open(Map.of("LOOKBACK_MONGODB_URI", "mongodb://somewhere.else"))) {
            var url = stores.environment().get("LOOKBACK_POSTGRES_URL");
            for (var role : List.of("lookback", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, role, "guessed"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(ask(stores, "SELECT usesuper::text FROM pg_user WHERE usename = current_user"))
                    .isEqualTo("false");
            assertThat(ask(stores, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_set_aside_and_made_anew() throws IOException, SQLException {
        Files.createDirectories(data.resolve("postgresql"));
        Files.writeString(data.resolve("postgresql/postgresql.conf"), "half");

        try (var stores = open(Map.of("LOOKBACK_MONGODB_URI", "mongodb://somewhere.else"))) {
            assertThat(ask(stores, "SELECT 'well'")).isEqualTo("well");
        }
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgresql.unfinished-"));
        }
    }

    @Test
    void views_that_cannot_be_read_are_set_aside_and_made_anew() throws IOException {
        Files.writeString(data.resolve("views.mv"), "not a store at all ".repeat(1000));

        try (var stores = open(Map.of("LOOKBACK_POSTGRES_URL", "jdbc:postgresql://somewhere.else/lookback"))) {
            assertThat(views(stores, "kept", true)).isEqualTo(1);
            assertThat(stores.environment()).doesNotContainKey("LOOKBACK_POSTGRES_URL");
        }
    }

    private Stores open(Map<String, String> given) throws IOException {
        var stores = new Stores();
        stores.open(new Settings(data, "127.0.0.1", 0, given), progress::add);
        return stores;
    }

    private static Connection connection(Stores stores) throws SQLException {
        var log = stores.environment();
        return DriverManager.getConnection(
                log.get("LOOKBACK_POSTGRES_URL"),
                log.get("LOOKBACK_POSTGRES_USER"),
                log.get("LOOKBACK_POSTGRES_PASSWORD"));
    }

    private static void execute(Stores stores, String command) throws SQLException {
        try (var connection = connection(stores);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(Stores stores, String query) throws SQLException {
        try (var connection = connection(stores);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static long views(Stores stores, String name, boolean add) {
        try (var client = MongoClients.create(stores.environment().get("LOOKBACK_MONGODB_URI"))) {
            var collection = client.getDatabase("lookback").getCollection(name);
            if (add) {
                collection.insertOne(new Document("kept", true));
            }
            return collection.countDocuments();
        }
    }
}
