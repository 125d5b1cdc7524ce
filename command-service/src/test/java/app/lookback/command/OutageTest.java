package app.lookback.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's database goes away for a while, and comes back. */
class OutageTest {

    @TempDir
    Path folder;

    @Test
    void meanwhile_every_command_is_told_to_come_again_and_afterwards_nothing_is_lost_or_doubled() throws IOException {
        var postgres = start(0);
        int port = postgres.getPort();
        try (var node = Node.on(
                postgres.getJdbcUrl("postgres", "postgres"), "--spring.datasource.hikari.connection-timeout=1000")) {
            var ada = Browser.ofAdministrator(node);
            var post = ada.postBytes("/api/posts/import?name=one.md", "text/markdown", "one".getBytes())
                    .expect(201)
                    .field("post");
            var edits = "/api/posts/" + post + "/edits";
            var client = UUID.randomUUID().toString();
            ada.postText(edits, submission(client, 1, 1, "[3,[0,\"!\"]]")).expect(200);
            var second = submission(client, 2, 2, "[4,[0,\"?\"]]");

            postgres.close();
            var refused = ada.postText(edits, second).expect(503);
            assertThat(refused.field("code")).isEqualTo("log-unreachable");
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.retryAfter()).isEqualTo("1");

            postgres = start(port);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ada.postText(edits, second).status() == 200);
            assertThat(ada.postText(edits, second).expect(200).number("revision"))
                    .isEqualTo(3);
            assertThat(Replay.source(node, post)).isEqualTo("one!?");
        } finally {
            postgres.close();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static String submission(String client, long sequence, long base, String changes) {
        return "{\"client\":\"%s\",\"sequence\":%d,\"base\":%d,\"changes\":%s}"
                .formatted(client, sequence, base, changes);
    }
}
