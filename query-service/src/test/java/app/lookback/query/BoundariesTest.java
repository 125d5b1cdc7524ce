package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Written;
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
            strings = {"", "/file", "/revisions", "/revisions?after=0", "/revisions/1", "/revisions/0", "/history"})
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

        var answer =
                service.account("Root", "ROLE_AUTHOR", "ROLE_ADMINISTRATOR").get("/api/progress");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"drafts\"", "\"revisions\"", "\"library\"", "\"editions\"", "\"media\"");
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
