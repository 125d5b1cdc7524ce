package app.lookback.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/api.md says of edits that are sent over a WebSocket. */
class SubmissionSocketTest {

    private static final String PROTOCOL = "lookback.edits.v1";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Node node;
    private static Browser ada;

    private final String client = UUID.randomUUID().toString();
    private String post;

    @BeforeAll
    static void start() {
        node = Node.on(TestPostgres.newDatabase());
        ada = Browser.ofAdministrator(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void a_post() {
        post = ada.postBytes("/api/posts/import?name=" + UUID.randomUUID() + ".md", "text/markdown", "one".getBytes())
                .expect(201)
                .field("post");
    }

    @Test
    void an_edit_is_answered_with_its_revision_and_a_repeated_one_with_the_same() {
        var line = open(ada);
        line.says(submission(1, 1, "[3,[0,\" two\"]]"));
        assertThat(line.answer(0).toString())
                .isEqualTo("{\"type\":\"accepted\",\"client\":\"" + client + "\",\"sequence\":1,\"revision\":2}");

        var again = open(ada);
        again.says(submission(1, 1, "[3,[0,\" two\"]]"));
        assertThat(again.answer(0)).isEqualTo(line.answer(0));
        assertThat(Replay.source(node, post)).isEqualTo("one two");
    }

    @Test
    void edits_that_follow_each_other_without_waiting_are_taken_in_their_order() {
        var line = open(ada);
        for (int n = 1; n <= 60; n++) {
            line.says(submission(n, n, "[" + (n + 2) + ",[0,\"!\"]]"));
        }

        assertThat(line.answer(59).get("revision").asLong()).isEqualTo(61);
        assertThat(line.answers)
                .extracting(answer -> answer.get("sequence").asLong())
                .isSorted();
        assertThat(Replay.source(node, post)).isEqualTo("one" + "!".repeat(60));
    }

    @Test
    void a_refusal_says_which_edit_and_why_and_the_line_goes_on() {
        var line = open(ada);
        line.says(submission(1, 1, "[7,[0,\"x\"]]"));
        line.says("{\"client\":1}");
        line.says(submission(1, 1, "[3,[0,\"x\"]]"));

        var answers = List.of(line.answer(0), line.answer(1), line.answer(2));
        assertThat(answers)
                .filteredOn(answer -> answer.path("code").asString("").equals("outside-text"))
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.get("type").asString()).isEqualTo("refused");
                    assertThat(refused.get("status").asInt()).isEqualTo(422);
                    assertThat(refused.get("sequence").asLong()).isEqualTo(1);
                    assertThat(refused.get("detail").asString()).isNotEmpty();
                });
        assertThat(answers)
                .filteredOn(answer -> answer.path("code").asString("").equals("malformed"))
                .singleElement()
                .satisfies(refused -> assertThat(refused.get("status").asInt()).isEqualTo(400));
        assertThat(answers).anyMatch(answer -> answer.path("revision").asLong(0) == 2);
    }

    @Test
    void a_message_beyond_its_bound_ends_the_line() {
        var line = open(ada);
        line.says("x".repeat(9000));

        assertThat(line.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1009);
    }

    @Test
    void who_signed_out_is_not_heard_any_more() {
        var gone = Browser.at(node);
        gone.post("/api/session", Map.of("name", "Ada", "password", "a long password"))
                .expect(200);
        var line = open(gone);
        gone.delete("/api/session").expect(204);
        line.says(submission(1, 1, "[3,[0,\"x\"]]"));

        assertThat(line.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(4401);
        assertThat(Replay.source(node, post)).isEqualTo("one");
    }

    @Test
    void taking_access_back_ends_the_open_line_at_once_and_no_old_link_leads_back() {
        var ben = Browser.at(node);
        var link = ada.post("/api/posts/" + post + "/invitations").expect(201).field("token");
        var joined = ben.post(
                        "/api/invitations/" + link + "/account",
                        Map.of("name", "Ben " + UUID.randomUUID(), "password", "a long password"))
                .expect(201);
        var person = joined.json().get("person").get("id").asString();
        var line = open(ben);
        line.says(submission(1, 1, "[3,[0,\"!\"]]"));
        line.answer(0);

        ada.delete("/api/posts/" + post + "/people/" + person).expect(204);

        assertThat(line.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(4403);
        assertThat(refusal(ben, own(), post)).isEqualTo(404);
        ben.post("/api/invitations/" + link + "/acceptance").expect(404);
        assertThat(Replay.source(node, post)).isEqualTo("one!");
    }

    @Test
    void only_the_posts_authors_come_in_and_only_from_this_site() {
        assertThat(refusal(Browser.at(node), own(), post)).isEqualTo(401);
        assertThat(refusal(ada, "http://evil.example", post)).isEqualTo(403);
        assertThat(refusal(ada, null, post)).isEqualTo(403);
        assertThat(refusal(ada, own(), "abcdefghijklmnop")).isEqualTo(404);
    }

    private static String own() {
        return node.address().toString();
    }

    private int refusal(Browser browser, String origin, String post) {
        try {
            knock(browser, origin, post, new Line()).join();
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
        throw new AssertionError("The handshake was not refused");
    }

    private Line open(Browser browser) {
        var line = new Line();
        line.socket = knock(browser, own(), post, line).join();
        assertThat(line.socket.getSubprotocol()).isEqualTo(PROTOCOL);
        return line;
    }

    private static CompletableFuture<WebSocket> knock(Browser browser, String origin, String post, Line line) {
        var builder = CLIENT.newWebSocketBuilder()
                .subprotocols(PROTOCOL)
                .header("Cookie", "SESSION=" + browser.cookie("SESSION"));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        var address = own().replace("http:", "ws:") + "/api/posts/" + post + "/submissions";
        return builder.buildAsync(URI.create(address), line);
    }

    private String submission(long sequence, long base, String changes) {
        return "{\"client\":\"%s\",\"sequence\":%d,\"base\":%d,\"changes\":%s}"
                .formatted(client, sequence, base, changes);
    }

    /** An editor's end of the socket. */
    private static final class Line implements WebSocket.Listener {

        private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private WebSocket socket;

        void says(String message) {
            socket.sendText(message, true).join();
        }

        JsonNode answer(int index) {
            await().until(() -> answers.size() > index);
            return answers.get(index);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                answers.add(JsonMapper.shared().readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
