package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Written;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads a draft that they were not let into, by any route. */
class BoundariesTest {

    private static final String SECRET = "nobody-else-may-know-this";

    private static Running service;
    private static Browser ada;
    private static Browser outsider;
    private static Written written;

    @BeforeAll
    static void a_post_of_adas() throws Exception {
        service = Running.service();
        ada = service.account("Ada of the boundaries");
        outsider = service.account("Someone else");
        written = Written.by(ada.person, "/posts/secret/").types(ada.person, 0, SECRET);
        service.happens(written);
        await().until(() -> ada.get("/api/posts/" + written.post).statusCode() == 200);
        await().until(() -> ada.get("/api/library").body().contains(written.post.value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/file",
                "/revisions",
                "/revisions?after=0",
                "/revisions/1",
                "/revisions/0",
                "/revisions/1-1",
                "/revisions/1/source",
                "/revisions/1/authorship",
                "/compare/0...1",
                "/compare/0...1/page",
                "/history",
                "/since",
                "/settings",
                "/zip"
            })
    void a_post_is_answered_to_its_people_only(String question) {
        var path = "/api/posts/" + written.post + question;

        assertThat(ada.get(path).statusCode()).isEqualTo(200);
        assertIsRefused(service.stranger(), path, 401);
        assertIsRefused(outsider, path, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/library", "/api/progress", "/api/anything", "/actuator/env"})
    void a_stranger_has_to_sign_in_first(String path) {
        assertIsRefused(service.stranger(), path, 401);
    }

    @Test
    void progress_is_for_administrators() {
        assertIsRefused(ada, "/api/progress", 403);
        assertIsRefused(ada, "/api/export", 403);
        assertIsRefused(service.stranger(), "/api/export", 401);

        var answer =
                service.account("Root", "ROLE_AUTHOR", "ROLE_ADMINISTRATOR").get("/api/progress");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"drafts\"", "\"revisions\"", "\"library\"", "\"editions\"", "\"media\"");
    }

    @Test
    void deleted_posts_are_listed_for_administrators() {
        var gone = Written.by(ada.person, "/posts/gone/").types(ada.person, 0, "# Gone\n");
        service.happens(gone);
        await().until(() -> ada.get("/api/posts/" + gone.post).statusCode() == 200);
        service.happens(gone.deleted(ada.person));
        await().until(() -> ada.get("/api/posts/" + gone.post).statusCode() == 410);

        for (var question :
                new String[] {"", "/file", "/revisions", "/revisions/1", "/compare/0...1", "/history", "/settings"}) {
            assertIsRefused(ada, "/api/posts/" + gone.post + question, 410);
            assertIsRefused(outsider, "/api/posts/" + gone.post + question, 404);
        }
        assertThat(ada.get("/api/library").body()).doesNotContain(gone.post.value());
        assertIsRefused(service.stranger(), "/api/deleted-posts", 401);
        assertIsRefused(ada, "/api/deleted-posts", 403);
        var list = service.account("Root of the deleted", "ROLE_ADMINISTRATOR").get("/api/deleted-posts");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(gone.post.value(), "/posts/gone/", "Ada of the boundaries");
    }

    @Test
    void the_settings_of_no_post_are_not_found() {
        assertIsRefused(ada, "/api/posts/aaaaaaaaaaaaaaaa/settings", 404);
        assertIsRefused(ada, "/api/posts/nonsense/settings", 404);
    }

    @Test
    void a_reviewer_reads_what_authors_read() {
        var cleo = service.account("Cleo of the boundaries");
        var ours = Written.by(ada.person, "/posts/reviewed/").types(ada.person, 0, "Read me.");
        service.happens(ours.reviewedBy(cleo.person, ada.person));
        await().until(() -> cleo.get("/api/posts/" + ours.post).statusCode() == 200);

        assertThat(cleo.get("/api/posts/" + ours.post).body())
                .contains("{\"id\":\"" + cleo.person + "\",\"name\":\"Cleo of the boundaries\",\"role\":\"reviewer\"}");
        assertThat(cleo.get("/api/posts/" + ours.post + "/history").statusCode())
                .isEqualTo(200);
        assertThat(cleo.get("/api/library").body()).contains(ours.post.value());
    }

    @Test
    void tags_are_those_of_ones_own_posts_the_commonest_first() {
        var eve = service.account("Eve of the tags");
        for (var tags : List.of("[\"film\", \"季節\"]", "[\"film\"]")) {
            service.happens(Written.by(eve.person, "/posts/tagged-" + tags.length() + "/")
                    .types(eve.person, 0, "+++\ntags = " + tags + "\n+++\n"));
        }
        await().until(() -> eve.get("/api/tags").body().equals("{\"tags\":[\"film\",\"季節\"]}"));
        assertThat(outsider.get("/api/tags").body()).isEqualTo("{\"tags\":[]}");
        assertIsRefused(service.stranger(), "/api/tags", 401);
    }

    @Test
    void a_library_holds_ones_own_posts_only() {
        assertThat(outsider.get("/api/library").body()).isEqualTo("{\"found\":0,\"posts\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/secret/", "/posts/secret/editions/1/", "/"})
    void what_was_not_published_is_on_no_page(String path) {
        assertThat(service.stranger().get(path).body()).doesNotContain(SECRET, written.post.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "..%2F..%2Fetc", "aaaaaaaaaaaaaaaa"})
    void a_post_that_is_not_there_is_not_found(String post) {
        assertThat(ada.get("/api/posts/" + post).statusCode()).isIn(400, 404);
    }

    @Test
    void a_revision_is_named_by_a_whole_number() {
        assertIsRefused(ada, "/api/posts/" + written.post + "/revisions/newest", 400);
        assertIsRefused(ada, "/api/posts/" + written.post + "/revisions?after=x", 400);
        assertIsRefused(ada, "/api/posts/" + written.post + "/revisions/-1", 404);
        assertIsRefused(ada, "/api/posts/" + written.post + "/revisions/99", 404);
        for (var question : List.of("-1/source", "99/source", "99/authorship", "1-2")) {
            assertIsRefused(ada, "/api/posts/" + written.post + "/revisions/" + question, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"revisions/0-1", "revisions/2-1", "revisions/1-2049", "compare/1", "compare/a...b"})
    void what_is_outside_the_bounds_is_refused(String question) {
        assertIsRefused(ada, "/api/posts/" + written.post + "/" + question, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0...99", "99...1", "edition-1...1", "1...edition-7"})
    void only_what_there_is_is_compared(String pair) {
        assertIsRefused(ada, "/api/posts/" + written.post + "/compare/" + pair, 404);
        assertIsRefused(ada, "/api/posts/" + written.post + "/compare/" + pair + "/page", 404);
    }

    @Test
    void answers_are_not_kept_by_anyone() {
        assertThat(ada.get("/api/posts/" + written.post).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    private static void assertIsRefused(Browser browser, String path, int status) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"detail\"").doesNotContain(SECRET);
    }
}
