package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.FileForm;
import app.lookback.contract.FileForm.LineEnd;
import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Written;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the studio asks. */
class QueriesTest {

    private static final String SOURCE = "---\ntitle: Seasons\n---\n\nSpring.\n";

    private static Running service;
    private static Browser ada;
    private static Browser ben;
    private static Written written;

    @BeforeAll
    static void ada_and_ben_wrote() throws Exception {
        service = Running.service();
        ada = service.account("Ada of the queries");
        ben = service.account("Ben of the queries");
        written = Written.by(ada.person, "/posts/seasons/", new FileForm(true, LineEnd.CRLF))
                .admitted(ben.person, ada.person)
                .types(ada.person, 0, SOURCE)
                .published(ada.person)
                .types(ben.person, SOURCE.length(), "Summer.\n");
        service.happens(written);
        await().until(() -> at(ada, "").path("revision").asLong() == 2);
        await().until(() -> at(ada, "/history").path("newest").asLong() == 2);
        await().until(() -> at(ben, "").path("editions").size() == 1);
    }

    private static JsonNode at(Browser browser, String question) {
        return json(browser, "/api/posts/" + written.post + question);
    }

    private static JsonNode json(Browser browser, String path) {
        return JsonMapper.shared().readTree(browser.get(path).body());
    }

    @Test
    void a_post_is_opened_with_its_source_people_and_editions() {
        var post = at(ben, "");

        assertThat(post.path("source").asString()).isEqualTo(written.newest());
        assertThat(post.path("title").asString()).isEqualTo("Seasons");
        assertThat(post.path("path").asString()).isEqualTo("/posts/seasons/");
        assertThat(post.path("authors").get(0).path("name").asString()).isEqualTo("Ada of the queries");
        assertThat(post.path("editions").get(0).path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void the_library_says_what_is_not_published_yet() {
        var post = json(ada, "/api/library").path("posts").get(0);

        assertThat(post.path("title").asString()).isEqualTo("Seasons");
        assertThat(post.path("revision").asLong()).isEqualTo(2);
        assertThat(post.path("editions").asLong()).isEqualTo(1);
        assertThat(post.path("unpublished").asLong()).isEqualTo(1);
        assertThat(post.path("editedAt").asString()).endsWith("Z");
    }

    @Test
    void revisions_carry_changes_as_the_editor_writes_them() {
        var revisions = at(ada, "/revisions?after=1");

        assertThat(revisions.path("newest").asLong()).isEqualTo(2);
        assertThat(revisions.path("revisions").size()).isEqualTo(1);
        var revision = revisions.path("revisions").get(0);
        assertThat(revision.path("author").asString()).isEqualTo(ben.person.value());
        assertThat(revision.path("changes").toString()).isEqualTo("[" + SOURCE.length() + ",[0,\"Summer.\",\"\"]]");
    }

    @Test
    void any_revision_is_shown_as_it_was() {
        var first = at(ada, "/revisions/1");

        assertThat(first.path("source").asString()).isEqualTo(SOURCE);
        assertThat(first.path("author").asString()).isEqualTo(ada.person.value());
        assertThat(first.path("preview").toString()).contains("Spring.").doesNotContain("Summer.");
        assertThat(at(ada, "/revisions/0").path("source").asString()).isEmpty();
    }

    @Test
    void the_history_tells_sessions_people_and_editions() {
        var history = at(ada, "/history");

        assertThat(history.path("sessions").size()).isEqualTo(2);
        assertThat(history.path("people").size()).isEqualTo(2);
        assertThat(history.path("editions").get(0).path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void the_file_is_as_hugo_stores_it() {
        var file = ada.bytes("/api/posts/" + written.post + "/file");

        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF" + written.newest().replace("\n", "\r\n"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "seasons.md"));
    }

    @Test
    void me_is_who_is_signed_in_and_hands_out_a_token() {
        var answer = ada.get("/api/me");

        assertThat(answer.body()).contains("\"name\":\"Ada of the queries\"", "\"setup\":false");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
        assertThat(service.stranger().get("/api/me").body()).contains("\"person\":null");
    }

    @Test
    void an_invitation_is_shown_until_it_is_used() {
        invitation("open", "now() + interval '1 day'", "NULL");
        invitation("used", "now() + interval '1 day'", "now()");
        invitation("expired", "now() - interval '1 day'", "NULL");

        var open = json(service.stranger(), "/api/invitations/open");
        assertThat(open.path("post").asString()).isEqualTo(written.post.value());
        assertThat(open.path("title").asString()).isEqualTo("Seasons");
        assertThat(open.path("by").asString()).isEqualTo("Ada of the queries");
        assertThat(OffsetDateTime.parse(open.path("expires").asString())).isAfter(OffsetDateTime.now());
        for (var token : new String[] {"used", "expired", "unknown"}) {
            assertThat(service.stranger().get("/api/invitations/" + token).statusCode())
                    .as(token)
                    .isEqualTo(404);
        }
    }

    private static void invitation(String token, String expires, String used) {
        service.bean(JdbcClient.class)
                .sql("INSERT INTO invitation (token_hash, post, by, expires_at, used_at) VALUES (:hash, :post, :by, "
                        + expires + ", " + used + ")")
                .param("hash", Hash.sha256(token.getBytes(StandardCharsets.UTF_8)))
                .param("post", written.post.value())
                .param("by", UUID.fromString(ada.person.value()))
                .update();
    }

    @Test
    void views_that_were_dropped_are_built_again() {
        var before = at(ada, "");
        var history = at(ada, "/history");

        for (var view : new String[] {"drafts", "revisions", "library", "media"}) {
            service.rebuild(view);
        }

        await().until(() -> ada.get("/api/posts/" + written.post).statusCode() == 200);
        await().untilAsserted(() -> assertThat(at(ada, "")).isEqualTo(before));
        await().untilAsserted(() -> assertThat(at(ada, "/history")).isEqualTo(history));
        service.isBuiltAgain();
    }
}
