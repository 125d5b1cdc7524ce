package app.lookback.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.command.Browser.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/api.md says of a post's people, its withdrawal, deletion and return, through the wire. */
class PostLifeTest {

    private static Node node;
    private static Browser ada;
    private static Browser outsider;
    private String post;
    private Joined ben;
    private Joined cleo;

    private record Joined(Browser browser, String id) {}

    @BeforeAll
    static void start() {
        node = Node.on(TestPostgres.newDatabase());
        ada = Browser.ofAdministrator(node);
        var elsewhere =
                ada.post("/api/posts", Map.of("title", "Elsewhere")).expect(201).field("post");
        outsider = joins(elsewhere, "author").browser;
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void a_post_with_an_owner_an_author_and_a_reviewer() {
        post = ada.post("/api/posts", Map.of("title", "Ours")).expect(201).field("post");
        ben = joins(post, "author");
        cleo = joins(post, "reviewer");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/withdrawal",
        "DELETE,''",
        "POST,/people/%s/role",
        "DELETE,/people/%s",
        "DELETE,/invitations/x",
        "POST,/restoration",
        "POST,/invitations",
        "POST,/labels",
        "POST,/labels/1/name",
        "DELETE,/labels/1",
        "POST,/restorations",
        "POST,/visits",
        "POST,/path",
        "POST,/openness",
        "DELETE,/openness"
    })
    void who_was_not_let_in_learns_nothing(String method, String question) {
        var path = "/api/posts/%s" + question.formatted(ben.id);
        refused(act(Browser.at(node), method, path.formatted(post)), 401, "signed-out");
        boolean restores = question.equals("/restoration");
        var status = restores ? 403 : 404;
        var code = restores ? "administrators-only" : "unknown-post";
        refused(act(outsider, method, path.formatted(post)), status, code);
        refused(act(outsider, method, path.formatted("aaaaaaaaaaaaaaaa")), status, code);
        refused(act(ada, method, path.formatted("aaaaaaaaaaaaaaaa")), 404, "unknown-post");
        refused(act(ada, method, path.formatted("nonsense")), 404, "unknown-post");
    }

    @Test
    void what_owners_decide_nobody_else_does() {
        var ours = "/api/posts/" + post;
        for (var other : new Browser[] {ben.browser, cleo.browser}) {
            refused(other.delete(ours), 403, "owners-only");
            refused(other.post(ours + "/withdrawal"), 403, "owners-only");
            refused(other.post(ours + "/people/" + ben.id + "/role", Map.of("role", "owner")), 403, "owners-only");
        }
        refused(ben.browser.delete(ours + "/people/" + cleo.id), 403, "owners-only");
        refused(ada.post(ours + "/withdrawal"), 409, "not-published");
    }

    @Test
    void a_role_is_one_of_three_for_someone_who_was_let_in() {
        var bens = "/api/posts/" + post + "/people/" + ben.id + "/role";
        for (var body :
                new String[] {"", "{}", "[]", "{\"role\":\"king\"}", "{\"role\":null}", "{\"role\":\"owner\",\"x\":1}"
                }) {
            refused(ada.postText(bens, body), 400, "malformed");
        }
        refused(ada.postText(bens, "{\"role\":\"" + "x".repeat(17_000) + "\"}"), 413, "too-large");
        refused(
                ada.postBytes(bens, "text/plain", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                415,
                "wrong-type");
        for (var nobody : new String[] {UUID.randomUUID().toString(), "nobody"}) {
            var theirs = "/api/posts/" + post + "/people/" + nobody + "/role";
            refused(ada.post(theirs, Map.of("role", "owner")), 409, "not-an-author");
        }
        ada.post(bens, Map.of("role", "reviewer")).expect(200);
        refused(ben.browser.post("/api/posts/" + post + "/invitations"), 403, "read-only");
        ada.post(bens, Map.of("role", "author")).expect(200);
        ben.browser.post("/api/posts/" + post + "/invitations").expect(201);
    }

    @Test
    void authors_name_revisions_and_say_what_was_restored() {
        var labels = "/api/posts/" + post + "/labels";
        ben.browser.post(labels, Map.of("revision", 1, "name", " First 季節 ")).expect(201);
        ben.browser.post(labels + "/1/name", Map.of("name", "The first")).expect(200);
        refused(cleo.browser.post(labels, Map.of("revision", 1, "name", "x")), 403, "read-only");
        refused(ben.browser.post(labels, Map.of("revision", 2, "name", "x")), 409, "unknown-revision");
        refused(ben.browser.post(labels, Map.of("revision", 1, "name", "a\nb")), 400, "bad-name");
        refused(ben.browser.post(labels + "/2/name", Map.of("name", "x")), 404, "unknown-label");
        refused(ben.browser.delete(labels + "/nonsense"), 404, "unknown-label");
        ben.browser.delete(labels + "/1").expect(204);
        var restored = "/api/posts/" + post + "/restorations";
        refused(ben.browser.post(restored, Map.of("revision", 1, "as", 1, "whole", true)), 409, "not-later");
        refused(ben.browser.post(restored, Map.of("revision", 1, "as", 2, "whole", true)), 409, "unknown-revision");
    }

    @Test
    void of_a_persons_visits_the_one_that_saw_most_counts() {
        var visits = "/api/posts/" + post + "/visits";
        for (var revision : new int[] {0, 7, 3}) {
            cleo.browser.post(visits, Map.of("revision", revision)).expect(204);
        }
        refused(cleo.browser.post(visits, Map.of("revision", -1)), 400, "malformed");
        var seen = node.database()
                .sql("SELECT revision FROM visit WHERE post = ?")
                .param(post)
                .query(Long.class)
                .list();
        assertThat(seen).containsExactly(7L);
    }

    @Test
    void the_last_owner_stays() {
        var me = node.database()
                .sql("SELECT id::text FROM account WHERE name = 'Ada'")
                .query(String.class)
                .single();
        refused(ada.delete("/api/posts/" + post + "/people/" + me), 409, "last-owner");
        refused(
                ada.post("/api/posts/" + post + "/people/" + me + "/role", Map.of("role", "author")),
                409,
                "last-owner");
    }

    @Test
    void who_leaves_or_is_sent_away_does_nothing_here_any_more() {
        cleo.browser.delete("/api/posts/" + post + "/people/" + cleo.id).expect(204);
        ada.delete("/api/posts/" + post + "/people/" + ben.id).expect(204);
        refused(edit(ben.browser), 404, "unknown-post");
        refused(edit(cleo.browser), 404, "unknown-post");
    }

    @Test
    void a_reviewer_writes_nothing() {
        var ours = "/api/posts/" + post;
        refused(edit(cleo.browser), 403, "read-only");
        refused(cleo.browser.post(ours + "/editions", Map.of("revision", 1)), 403, "read-only");
        refused(cleo.browser.post(ours + "/path", Map.of("path", "/posts/other/")), 403, "read-only");
        refused(cleo.browser.post(ours + "/invitations"), 403, "read-only");
        refused(cleo.browser.delete(ours + "/invitations/x"), 403, "read-only");
        refused(cleo.browser.post(ours + "/images?name=a.png"), 403, "read-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"role\":\"king\"}", "{\"role\":\"owner\"}", "nonsense"})
    void an_invitation_is_for_an_author_or_a_reviewer(String body) {
        refused(ada.postText("/api/posts/" + post + "/invitations", body), 400, "malformed");
    }

    @Test
    void a_deleted_post_takes_nothing_and_keeps_its_path_until_it_is_restored() {
        var ours = "/api/posts/" + post;
        ada.delete(ours).expect(204);
        for (var one : new Browser[] {ada, ben.browser, cleo.browser}) {
            refused(one.delete(ours), 410, "deleted");
            refused(edit(one), 410, "deleted");
        }
        refused(ada.post(ours + "/withdrawal"), 410, "deleted");
        refused(ada.post(ours + "/invitations"), 410, "deleted");
        assertThat(ada.post("/api/posts", Map.of("title", "Ours")).expect(201).field("path"))
                .isNotEqualTo("/posts/ours/");

        refused(ben.browser.post(ours + "/restoration"), 403, "administrators-only");
        ada.post(ours + "/restoration").expect(204);
        refused(ada.post(ours + "/restoration"), 409, "not-deleted");
        edit(ben.browser).expect(200);
    }

    @Test
    void an_invitation_into_a_deleted_post_lets_nobody_in() {
        var token = ada.post("/api/posts/" + post + "/invitations").expect(201).field("token");
        ada.delete("/api/posts/" + post).expect(204);
        refused(outsider.post("/api/invitations/" + token + "/acceptance"), 410, "deleted");
    }

    @Test
    void a_published_post_is_withdrawn_once() {
        ada.post("/api/posts/" + post + "/editions", Map.of("revision", 1)).expect(201);
        ada.post("/api/posts/" + post + "/withdrawal").expect(204);
        refused(ada.post("/api/posts/" + post + "/withdrawal"), 409, "not-published");
    }

    private Answer edit(Browser browser) {
        int length = Replay.source(node, post).length();
        return browser.postText(
                "/api/posts/" + post + "/edits",
                "{\"client\":\"%s\",\"sequence\":1,\"base\":1,\"changes\":[%d,[0,\"x\"]]}"
                        .formatted(UUID.randomUUID(), length));
    }

    private static Answer act(Browser browser, String method, String path) {
        var body = path.endsWith("/role")
                ? "{\"role\":\"owner\"}"
                : path.endsWith("/path") ? "{\"path\":\"/posts/other/\"}" : "";
        return body.isEmpty() ? browser.send(method, path, null, new byte[0]) : browser.postText(path, body);
    }

    private static Joined joins(String post, String role) {
        var token = ada.post("/api/posts/" + post + "/invitations", Map.of("role", role))
                .expect(201)
                .field("token");
        var browser = Browser.at(node);
        var account = Map.of("name", role + " " + UUID.randomUUID(), "password", "a long password");
        var person = browser.post("/api/invitations/" + token + "/account", account)
                .expect(201)
                .json()
                .get("person");
        return new Joined(browser, person.get("id").asString());
    }

    private static void refused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.field("code")).isEqualTo(code);
        assertThat(answer.field("detail")).endsWith(".");
    }
}
