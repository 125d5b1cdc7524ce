package app.lookback.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.command.Browser.Answer;
import app.lookback.command.manuscript.EditSource;
import app.lookback.command.platform.Decisions;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/api.md says of posts and edits, through the wire; every refusal leaves the log as it was. */
class ProtocolTest {

    private static Node node;
    private static Browser ada;
    private static String post;

    @BeforeAll
    static void start() {
        node = Node.on(TestPostgres.newDatabase());
        ada = Browser.ofAdministrator(node);
        post = imported("one.md", "ab😀cd").field("post");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_new_post_begins_with_a_template_at_an_address_of_its_own() {
        var first = ada.post("/api/posts", Map.of("title", "Look \"Back\"")).expect(201);
        var second = ada.post("/api/posts", Map.of("title", "Look \"Back\"")).expect(201);
        assertThat(first.field("path")).isEqualTo("/posts/look-back/");
        assertThat(second.field("path")).isEqualTo("/posts/look-back-2/");
        assertThat(source(first.field("post"))).startsWith("+++\ntitle = \"Look \\\"Back\\\"\"\ndate = 20");
    }

    @Test
    void an_imported_file_is_revision_1_and_what_has_to_be_put_back_is_kept() {
        var answer = imported("Nagareyuku.md", "\uFEFF+++\r\ntitle = \"流れ\"\r\n+++\r\n")
                .expect(201);
        assertThat(answer.field("path")).isEqualTo("/posts/nagareyuku/");
        assertThat(source(answer.field("post"))).isEqualTo("+++\ntitle = \"流れ\"\n+++\n");
        assertThat(node.events(answer.field("post")).get(0))
                .isInstanceOfSatisfying(
                        PostCreated.class,
                        created ->
                                assertThat(created.form()).hasToString("FileForm[byteOrderMark=true, lineEnd=CRLF]"));
    }

    @Test
    void an_edit_is_answered_with_its_revision_and_a_lost_answer_is_given_again() {
        var id = imported("edit.md", "one").field("post");
        var submission = submission(UUID.randomUUID().toString(), 1, 1, "[3,[0,\" 😀\",\"two\"]]");
        assertThat(edit(id, submission).expect(200).number("revision")).isEqualTo(2);
        long before = node.eventsInAll();
        assertThat(edit(id, submission).expect(200).number("revision")).isEqualTo(2);
        assertThat(node.eventsInAll()).isEqualTo(before);
        assertThat(source(id)).isEqualTo("one 😀\ntwo");
    }

    @Test
    void an_edit_2000_revisions_late_still_finds_its_place() {
        var id = imported("late.md", "<>").field("post");
        var decisions = node.context().getBean(Decisions.class);
        var author = PersonId.random();
        var client = UUID.randomUUID().toString();
        for (int n = 1; n <= 2000; n++) {
            decisions.<Object>decide(new EditSource(
                    new PostId(id), author, client, n, n, ChangeSet.replace(n + 1, 1, 1, "x"), Instant.now()));
        }
        var late = edit(id, submission(UUID.randomUUID().toString(), 1, 1, "[2,[0,\"!\"]]"));
        assertThat(late.expect(200).number("revision")).isEqualTo(2002);
        assertThat(source(id)).isEqualTo("<" + "x".repeat(2000) + ">!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|malformed|{",
                "400|malformed|[]",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6],\"author\":\"B\"}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"sequence\":1,\"base\":1,\"changes\":[6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6]} x",
                "400|malformed|{\"client\":\"C\",\"sequence\":1.0,\"base\":1,\"changes\":[6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":\"1\",\"base\":1,\"changes\":[6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":null,\"changes\":[6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":99999999999999999999,\"base\":1,\"changes\":[6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":0,\"base\":1,\"changes\":[6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":-1,\"changes\":[6]}",
                "400|malformed|{\"client\":\"me\",\"sequence\":1,\"base\":1,\"changes\":[6]}",
                "400|malformed|{\"client\":7,\"sequence\":1,\"base\":1,\"changes\":[6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":\"[6]\"}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":{\"a\":6}}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6.0]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6e0]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[-6]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6,[0,\"a\\nb\"]]}",
                "400|malformed|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6,[0,\"a\\rb\"]]}",
                "422|outside-text|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[7]}",
                "422|outside-text|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[5]}",
                "422|outside-text|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[4294967302]}",
                "422|outside-text|{\"client\":\"C\",\"sequence\":1,\"base\":0,\"changes\":[6]}",
                "422|unpaired-surrogate|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6,[0,\"\\ud83d\"]]}",
                "422|unpaired-surrogate|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[6,[0,\"\\ude00\"]]}",
                "422|unpaired-surrogate|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[3,[0,\"x\"],3]}",
                "422|unpaired-surrogate|{\"client\":\"C\",\"sequence\":1,\"base\":1,\"changes\":[2,[1],3]}",
                "409|future-base|{\"client\":\"C\",\"sequence\":1,\"base\":2,\"changes\":[6]}",
                "409|sequence-gap|{\"client\":\"C\",\"sequence\":2,\"base\":1,\"changes\":[6]}"
            })
    void a_bad_edit_is_refused_in_a_sentence_and_nothing_is_stored(int status, String code, String body) {
        var client = UUID.randomUUID().toString();
        refused(() -> edit(post, body.replace("\"C\"", '"' + client + '"')), status, code);
    }

    @Test
    void a_deep_or_endless_edit_is_refused() {
        var client = UUID.randomUUID().toString();
        refused(() -> edit(post, submission(client, 1, 1, "[".repeat(5000) + "]".repeat(5000))), 400, "malformed");
        refused(() -> edit(post, submission(client, 1, 1, "[6" + ",[0,\"a\"]".repeat(10_001) + "]")), 413, "too-large");
        refused(
                () -> edit(post, submission(client, 1, 1, "[6,[0,\"" + "a".repeat(3_000_000) + "\"]]")),
                413,
                "too-large");
        refused(
                () -> edit(post, submission(client, 1, 1, "[6,[0,\"" + "a".repeat(2_000_000) + "\"]]")),
                413,
                "too-large");
    }

    @Test
    void a_body_that_is_no_utf_8_json_is_refused() {
        var path = "/api/posts/" + post + "/edits";
        var latin =
                submission(UUID.randomUUID().toString(), 1, 1, "[6,[0,\"é\"]]").getBytes(ISO_8859_1);
        refused(() -> ada.postBytes(path, "application/json", latin), 400, "malformed");
        refused(() -> ada.postBytes(path, "text/plain", "{}".getBytes(UTF_8)), 415, "wrong-type");
        refused(
                () -> ada.postBytes(path, "application/x-www-form-urlencoded", "a=b".getBytes(UTF_8)),
                415,
                "wrong-type");
        refused(() -> ada.post(path), 415, "wrong-type");
    }

    @Test
    void a_client_belongs_to_its_first_author() {
        var id = imported("shared.md", "ab").field("post");
        var ben = joined(id, "Ben " + UUID.randomUUID());
        var client = UUID.randomUUID().toString();
        edit(id, submission(client, 1, 1, "[2,[0,\"c\"]]")).expect(200);
        refused(
                () -> ben.postText("/api/posts/" + id + "/edits", submission(client, 2, 2, "[3,[0,\"d\"]]")),
                403,
                "foreign-client");
    }

    @Test
    void who_was_not_let_in_learns_nothing() {
        var id = imported("mine.md", "ab").field("post");
        var other = joined(post, "Eve " + UUID.randomUUID());
        for (var unknown : new String[] {id, "aaaaaaaaaaaaaaaa", "nonsense"}) {
            var path = "/api/posts/" + unknown;
            refused(
                    () -> other.postText(
                            path + "/edits", submission(UUID.randomUUID().toString(), 1, 1, "[2]")),
                    404,
                    "unknown-post");
            refused(() -> other.post(path + "/path", Map.of("path", "/posts/x/")), 404, "unknown-post");
            refused(() -> other.post(path + "/editions", Map.of("revision", 1)), 404, "unknown-post");
            refused(() -> other.post(path + "/invitations"), 404, "unknown-post");
            refused(() -> other.postBytes(path + "/images?name=a.png", "image/png", new byte[9]), 404, "unknown-post");
        }
    }

    @Test
    void a_post_moves_also_when_it_is_published_and_keeps_the_addresses_that_it_had() {
        var id = imported("moving.md", "text").field("post");
        assertThat(ada.post("/api/posts/" + id + "/path", Map.of("path", "/posts/Moved"))
                        .expect(200)
                        .field("path"))
                .isEqualTo("/posts/moved/");
        refused(() -> ada.post("/api/posts/" + post + "/path", Map.of("path", "/posts/moved/")), 409, "address-taken");
        refused(() -> ada.post("/api/posts/" + id + "/path", Map.of("path", "/studio/other/")), 400, "malformed");
        refused(() -> ada.post("/api/posts/" + id + "/editions", Map.of("revision", 2)), 409, "unknown-revision");
        refused(() -> ada.post("/api/posts/" + id + "/editions", Map.of("revision", 0)), 409, "unknown-revision");
        refused(() -> ada.post("/api/posts/" + id + "/openness"), 409, "not-published");
        var edition = ada.post("/api/posts/" + id + "/editions", Map.of("revision", 1))
                .expect(201);
        assertThat(edition.body()).isEqualTo("{\"edition\":1,\"path\":\"/posts/moved/\"}");
        refused(() -> ada.post("/api/posts/" + id + "/editions", Map.of("revision", 1)), 409, "already-published");
        ada.post("/api/posts/" + id + "/openness").expect(204);
        ada.send("DELETE", "/api/posts/" + id + "/openness", null, new byte[0]).expect(204);
        ada.post("/api/posts/" + id + "/path", Map.of("path", "/posts/again/")).expect(200);
        refused(() -> ada.post("/api/posts/" + post + "/path", Map.of("path", "/posts/moved/")), 409, "address-taken");
        ada.post("/api/posts/" + id + "/path", Map.of("path", "/posts/moved/")).expect(200);
        var guess = Map.of("revision", 1, "kind", "guess", "note", "");
        refused(() -> ada.post("/api/posts/" + id + "/updates", guess), 400, "malformed");
        var note = Map.of("revision", 1, "kind", "typo", "note", "a\nb");
        refused(() -> ada.post("/api/posts/" + id + "/updates", note), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|malformed|{\"title\":\"\"}",
                "400|malformed|{\"title\":\"a\\nb\"}",
                "400|malformed|{\"title\":5}",
                "400|malformed|{\"title\":null}",
                "400|malformed|{}",
                "400|malformed|null"
            })
    void a_bad_title_makes_no_post(int status, String code, String body) {
        refused(() -> ada.postText("/api/posts", body), status, code);
    }

    @Test
    void a_large_body_is_refused_where_a_small_one_belongs() {
        refused(() -> ada.post("/api/posts", Map.of("title", "x".repeat(20_000))), 413, "too-large");
        refused(
                () -> ada.postBytes("/api/posts/import?name=a.md", "text/markdown", new byte[8_000_001]),
                413,
                "too-large");
    }

    @Test
    void a_file_that_could_not_be_given_back_makes_no_post() {
        refused(() -> imported("a.md", "a\nb\r\n"), 400, "line-ends");
        refused(
                () -> ada.postBytes("/api/posts/import?name=a.md", "application/json", "a".getBytes(UTF_8)),
                415,
                "wrong-type");
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/nothing", "PUT,/api/post", "DELETE,/", "PATCH,/api/nothing/x", "POST,/studio/"})
    void there_is_nothing_else_to_do(String method, String path) {
        refused(() -> ada.send(method, path, null, new byte[0]), 404, "unknown");
    }

    @Test
    void another_method_of_a_command_is_a_problem_too() {
        assertThat(ada.delete("/api/posts").expect(405).contentType()).startsWith("application/problem+json");
    }

    private static void refused(Supplier<Answer> request, int status, String code) {
        long before = node.eventsInAll();
        var answer = request.get().expect(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.field("code")).isEqualTo(code);
        assertThat(answer.number("status")).isEqualTo(status);
        assertThat(answer.field("title")).isNotBlank();
        assertThat(answer.field("detail"))
                .matches("[A-Z\"/].+\\.")
                .doesNotContain("Exception", "INSERT", "app.lookback");
        assertThat(node.eventsInAll()).isEqualTo(before);
    }

    private static Browser joined(String toPost, String name) {
        var invitation =
                ada.post("/api/posts/" + toPost + "/invitations").expect(201).field("token");
        var browser = Browser.at(node);
        browser.post(
                        "/api/invitations/" + invitation + "/account",
                        Map.of("name", name, "password", "another password"))
                .expect(201);
        return browser;
    }

    private static Answer imported(String name, String file) {
        return ada.postBytes("/api/posts/import?name=" + name, "text/markdown", file.getBytes(UTF_8));
    }

    private static Answer edit(String id, String body) {
        return ada.postText("/api/posts/" + id + "/edits", body);
    }

    static String submission(String client, long sequence, long base, String changes) {
        return "{\"client\":\"%s\",\"sequence\":%d,\"base\":%d,\"changes\":%s}"
                .formatted(client, sequence, base, changes);
    }

    private static String source(String id) {
        return Replay.source(node, id);
    }
}
