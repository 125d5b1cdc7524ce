package app.lookback.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.command.Browser.Answer;
import app.lookback.command.people.SetupLink;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/api.md says of accounts, sessions and invitations, through the wire. */
class PeopleTest {

    private static final String PASSWORD = "a long password";

    private static Node node;
    private static Browser ada;
    private static String setupToken;
    private static String post;

    @BeforeAll
    static void start() {
        node = Node.on(TestPostgres.newDatabase());
        setupToken = node.setupToken();
        for (var wrong : new String[] {"", "wrong", setupToken + "x"}) {
            var answer = setup(Browser.at(node), wrong, "Eve");
            refused(answer, 403, "setup-link-used");
        }
        ada = Browser.ofAdministrator(node);
        post = ada.post("/api/posts", Map.of("title", "Ours")).expect(201).field("post");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void the_setup_link_works_once() {
        refused(setup(Browser.at(node), setupToken, "Eve"), 403, "setup-link-used");
        assertThat(node.context().getBean(SetupLink.class).path()).isEmpty();
    }

    @Test
    void no_secret_is_stored() {
        var stored = node.database()
                .sql(
                        "SELECT string_agg(a::text, '') || (SELECT coalesce(string_agg(i::text, ''), '') FROM invitation i) FROM account a")
                .query(String.class)
                .single();
        var token = ada.post("/api/posts/" + post + "/invitations").expect(201).field("token");
        assertThat(stored).contains("{argon2id}").doesNotContain(PASSWORD, token, setupToken);
    }

    @Test
    void a_session_is_kept_in_a_cookie_that_no_script_reads_and_no_other_site_sends() {
        var browser = Browser.at(node);
        var answer = signIn(browser, "ada", PASSWORD).expect(200);
        assertThat(answer.body()).matches("\\{\"id\":\"[0-9a-f-]{36}\",\"name\":\"Ada\",\"administrator\":true}");
        assertThat(answer.setCookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("SESSION=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"));
    }

    @Test
    void behind_https_the_cookie_never_travels_in_the_clear() {
        try (var behindProxy = Node.on(TestPostgres.newDatabase(), "--server.forward-headers-strategy=native")) {
            var browser = Browser.at(behindProxy).with("X-Forwarded-Proto", "https");
            var answer = browser.post(
                    "/api/setup", Map.of("token", behindProxy.setupToken(), "name", "Ada", "password", PASSWORD));
            assertThat(answer.expect(201).setCookies())
                    .anySatisfy(
                            cookie -> assertThat(cookie).startsWith("SESSION=").contains("Secure"));
        }
    }

    @Test
    void signing_in_changes_the_session_so_that_nobody_can_prepare_one() {
        var browser = Browser.at(node);
        signIn(browser, "Ada", PASSWORD).expect(200);
        var before = browser.cookie("SESSION");
        signIn(browser, "Ada", PASSWORD).expect(200);
        assertThat(browser.cookie("SESSION")).isNotEqualTo(before);
        var attacker = Browser.at(node);
        attacker.setCookie("SESSION", before);
        refused(attacker.post("/api/posts", Map.of("title", "x")), 401, "signed-out");
    }

    @Test
    void signing_out_ends_the_session_everywhere() {
        var browser = Browser.at(node);
        signIn(browser, "Ada", PASSWORD).expect(200);
        var stolen = Browser.at(node);
        stolen.setCookie("SESSION", browser.cookie("SESSION"));
        browser.delete("/api/session").expect(204);
        refused(stolen.post("/api/posts", Map.of("title", "x")), 401, "signed-out");
    }

    @Test
    void a_wrong_name_and_a_wrong_password_sound_the_same() {
        refused(signIn(Browser.at(node), "Ada", "a wrong password"), 401, "wrong-credentials");
        refused(signIn(Browser.at(node), "Nobody", PASSWORD), 401, "wrong-credentials");
    }

    @Test
    void after_ten_wrong_tries_even_the_right_password_waits() {
        var name = "Tried " + UUID.randomUUID();
        joined(Browser.at(node), invitation(), name).expect(201);
        for (int n = 0; n < 10; n++) {
            refused(signIn(Browser.at(node), name, "a wrong password"), 401, "wrong-credentials");
        }
        refused(signIn(Browser.at(node), name, PASSWORD), 429, "too-many-tries");
        signIn(Browser.at(node), "Ada", PASSWORD).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/posts",
        "/api/posts/import?name=a",
        "/api/posts/sample",
        "/api/posts/abcdefghijklmnop/edits",
        "/api/posts/abcdefghijklmnop/path",
        "/api/posts/abcdefghijklmnop/editions",
        "/api/posts/abcdefghijklmnop/invitations",
        "/api/posts/abcdefghijklmnop/images",
        "/api/invitations/x/acceptance",
        "/api/nothing"
    })
    void who_is_not_signed_in_can_do_nothing(String path) {
        refused(Browser.at(node).post(path), 401, "signed-out");
    }

    @Test
    void a_request_without_the_csrf_token_is_refused() {
        for (var path : new String[] {"/api/setup", "/api/session", "/api/posts"}) {
            refused(sameSession().without("X-XSRF-TOKEN").post(path, Map.of()), 403, "csrf");
            refused(sameSession().with("X-XSRF-TOKEN", "another").post(path, Map.of()), 403, "csrf");
        }
    }

    @Test
    void another_sites_page_is_refused_even_with_the_token() {
        var title = Map.of("title", "x");
        refused(sameSession().with("Sec-Fetch-Site", "cross-site").post("/api/posts", title), 403, "foreign-origin");
        refused(sameSession().with("Sec-Fetch-Site", "same-site").post("/api/posts", title), 403, "foreign-origin");
        for (var origin : new String[] {"http://evil.example", "null", "http://localhost", "not an origin"}) {
            refused(sameSession().with("Origin", origin).post("/api/posts", title), 403, "foreign-origin");
        }
        sameSession()
                .with("Origin", node.address().toString())
                .with("Sec-Fetch-Site", "same-origin")
                .post("/api/posts", title)
                .expect(201);
    }

    @Test
    void an_invited_newcomer_gets_an_account_and_is_let_in() {
        var ben = Browser.at(node);
        var name = "Ben " + UUID.randomUUID();
        var answer = joined(ben, invitation(), "  " + name).expect(201);
        assertThat(answer.field("post")).isEqualTo(post);
        assertThat(answer.json().get("person").get("name").asString()).isEqualTo(name);
        assertThat(answer.json().get("person").get("administrator").asBoolean()).isFalse();
        assertThat(node.events(post)).last().isInstanceOf(AuthorAdmitted.class);
        ben.post("/api/posts/" + post + "/invitations").expect(201);
    }

    @Test
    void a_person_with_an_account_accepts_once_and_may_ask_again() {
        var ben = newcomer();
        var other = ada.post("/api/posts", Map.of("title", "Other")).expect(201).field("post");
        var token = ada.post("/api/posts/" + other + "/invitations").expect(201).field("token");
        assertThat(ben.post("/api/invitations/" + token + "/acceptance")
                        .expect(200)
                        .field("post"))
                .isEqualTo(other);
        assertThat(ben.post("/api/invitations/" + token + "/acceptance")
                        .expect(200)
                        .field("post"))
                .isEqualTo(other);
        assertThat(node.events(other)).hasSize(2);
        refused(newcomer().post("/api/invitations/" + token + "/acceptance"), 404, "unknown-invitation");
    }

    @Test
    void who_is_in_already_leaves_the_invitation_to_another() {
        var token = invitation();
        ada.post("/api/invitations/" + token + "/acceptance").expect(200);
        joined(Browser.at(node), token, "Late " + UUID.randomUUID()).expect(201);
    }

    @Test
    void an_invitation_is_for_one_person_and_for_seven_days() {
        var used = invitation();
        joined(Browser.at(node), used, "One " + UUID.randomUUID()).expect(201);
        refused(joined(Browser.at(node), used, "Two " + UUID.randomUUID()), 404, "unknown-invitation");
        refused(joined(Browser.at(node), "wrong", "Two"), 404, "unknown-invitation");
        var old = invitation();
        node.database()
                .sql("UPDATE invitation SET expires_at = now() WHERE used_at IS NULL")
                .update();
        refused(joined(Browser.at(node), old, "Two " + UUID.randomUUID()), 404, "unknown-invitation");
        refused(newcomer().post("/api/invitations/" + old + "/acceptance"), 404, "unknown-invitation");
    }

    @Test
    void a_taken_name_leaves_the_invitation_open() {
        var token = invitation();
        refused(joined(Browser.at(node), token, "aDA"), 409, "name-taken");
        joined(Browser.at(node), token, "Adam " + UUID.randomUUID()).expect(201);
    }

    @ParameterizedTest
    @CsvSource({"'',a long password", "x,short", "'a\u0000b',a long password"})
    void a_bad_name_or_password_makes_no_account(String name, String password) {
        var token = invitation();
        var answer = Browser.at(node)
                .post("/api/invitations/" + token + "/account", Map.of("name", name, "password", password));
        refused(answer, 400, "malformed");
    }

    private static void refused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.field("code")).isEqualTo(code);
        assertThat(answer.field("detail")).endsWith(".");
    }

    private static Answer setup(Browser browser, String token, String name) {
        return browser.post("/api/setup", Map.of("token", token, "name", name, "password", PASSWORD));
    }

    private static Answer signIn(Browser browser, String name, String password) {
        return browser.post("/api/session", Map.of("name", name, "password", password));
    }

    private static Answer joined(Browser browser, String token, String name) {
        return browser.post("/api/invitations/" + token + "/account", Map.of("name", name, "password", PASSWORD));
    }

    private static Browser newcomer() {
        var browser = Browser.at(node);
        joined(browser, invitation(), "New " + UUID.randomUUID()).expect(201);
        return browser;
    }

    private static String invitation() {
        return ada.post("/api/posts/" + post + "/invitations").expect(201).field("token");
    }

    private static Browser sameSession() {
        var browser = Browser.at(node);
        browser.setCookie("SESSION", ada.cookie("SESSION"));
        return browser;
    }
}
