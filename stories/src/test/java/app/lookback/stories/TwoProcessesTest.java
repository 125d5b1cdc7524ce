package app.lookback.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The story's core through nginx, with each service a process of its own. */
@Story
class TwoProcessesTest {

    private static final String PASSWORD = "a sentence to keep in mind";

    private TwoServices services;
    private Person ada;
    private Person ben;
    private String post;
    private String source;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        source = Files.readString(Sample.FILE);
        services = TwoServices.start(temporary);
        ada = new Person(services.site());
        ben = new Person(services.site());
    }

    @AfterAll
    void stop() throws IOException {
        if (services != null) {
            services.close();
        }
    }

    @Test
    @Order(1)
    void the_first_person_sets_up_and_imports_a_post() {
        assertThat(ada.read("/api/me").path("setup").asBoolean()).isTrue();
        ada.does("/api/setup", Map.of("token", services.setupToken(), "name", "Ada", "password", PASSWORD));

        var imported = ada.post("/api/posts/import?name=a-page-of-madness.md", "text/markdown", source);

        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        post = Person.JSON.readTree(imported.body()).path("post").asString();
        var draft = draftAt(ada, 1);
        assertThat(draft.path("source").asString()).isEqualTo(source);
        assertThat(draft.path("title").asString()).startsWith("A Page of Madness");
    }

    @Test
    @Order(2)
    void a_second_person_comes_in_by_a_link_and_nobody_else_does() {
        assertThat(ben.get("/api/posts/" + post).statusCode()).isEqualTo(401);
        var token = ada.does("/api/posts/" + post + "/invitations", Map.of("role", "author"))
                .path("token")
                .asString();

        ben.does("/api/invitations/" + token + "/account", Map.of("name", "Ben", "password", PASSWORD));

        draftAt(ben, 1);
        var late = new Person(services.site())
                .tries("/api/invitations/" + token + "/account", Map.of("name", "Eve", "password", PASSWORD));
        assertThat(late.statusCode()).as(late.body()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void edits_of_both_arrive_live_and_in_order_at_both() {
        var atAda = watch(ada);
        var atBen = watch(ben);
        int end = source.length();

        edit(ada, 1, 1, List.of(end, List.of(0, "Ada was here. ")));
        edit(ben, 1, 1, List.of(end, List.of(0, "Ben was here. ")));

        for (var heard : List.of(atAda, atBen)) {
            assertThat(heard.next("revision", any -> true).path("revision").asLong())
                    .isEqualTo(2);
            assertThat(heard.next("revision", any -> true).path("revision").asLong())
                    .isEqualTo(3);
            heard.next("preview", page -> page.path("revision").asLong() == 3);
        }
        assertThat(draftAt(ben, 3).path("source").asString()).isEqualTo(source + "Ada was here. Ben was here. ");
    }

    private Heard watch(Person person) {
        var heard = new Heard();
        var socket = person.watches(post, services.site(), heard).join();
        socket.sendText(
                        "{\"type\":\"here\",\"client\":\"%s\",\"revision\":1,\"anchor\":0,\"head\":0}"
                                .formatted(UUID.randomUUID()),
                        true)
                .join();
        heard.next("welcome", any -> true);
        return heard;
    }

    private void edit(Person person, long sequence, long base, List<?> changes) {
        person.does(
                "/api/posts/" + post + "/edits",
                Map.of(
                        "client", person.client(),
                        "sequence", sequence,
                        "base", base,
                        "changes", changes));
    }

    @Test
    @Order(4)
    void a_page_of_another_site_cannot_listen() {
        assertThatThrownBy(() -> ada.watches(post, "http://elsewhere.example", new WebSocket.Listener() {})
                        .join())
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    @Order(5)
    void a_reader_without_an_account_gets_the_published_page() {
        var reader = new Person(services.site());
        assertThat(reader.get(Sample.ADDRESS).statusCode()).isEqualTo(404);

        ada.does("/api/posts/" + post + "/editions", Map.of("revision", 3));

        await().atMost(Duration.ofSeconds(15))
                .until(() -> reader.get(Sample.ADDRESS).statusCode() == 200);
        assertThat(reader.get(Sample.ADDRESS).body())
                .contains("A Page of Madness", "Ada was here. Ben was here.", "失われた四十五年", "Ada", "Ben");
        assertThat(reader.get("/posts/a-page-of-madness/editions/1/").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(6)
    void what_is_too_large_is_refused_in_a_sentence_at_the_door() {
        var answer = ada.tries("/api/session", Map.of("name", "x".repeat(100_000), "password", "y"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Person.JSON.readTree(answer.body()).path("detail").asString())
                .endsWith(".");
    }

    @Test
    @Order(7)
    void what_watches_the_health_is_not_for_the_world() {
        assertThat(ada.get("/actuator/health").statusCode()).isEqualTo(404);
    }

    /** A view follows the log a moment later. */
    private JsonNode draftAt(Person person, long revision) {
        await("revision " + revision).atMost(Duration.ofSeconds(15)).until(() -> {
            var answer = person.get("/api/posts/" + post);
            return answer.statusCode() == 200
                    && Person.JSON.readTree(answer.body()).path("revision").asLong() >= revision;
        });
        return person.read("/api/posts/" + post);
    }
}
