package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Readiness;
import app.lookback.query.platform.Written;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Views are functions of the log. */
class RebuildTest {

    private static Running service;
    private static Browser ada;
    private static Written written;

    @BeforeAll
    static void a_post_with_a_history() throws Exception {
        service = Running.service();
        ada = service.account("Ada who rebuilds");
        written = Written.by(ada.person, "/posts/rebuilt/");
        for (int i = 0; i < 400; i++) {
            written.types(ada.person, written.newest().length() / 2, "edit " + i + "\n");
        }
        written.published(ada.person).types(ada.person, 0, "Not published.\n");
        service.happens(written);
        await().until(() -> answers().stream().allMatch(answer -> answer.startsWith("200")));
        await().until(() -> ada.get("/api/library").body().contains("\"unpublished\":1"));
    }

    @Test
    void after_the_whole_mongodb_was_dropped_while_the_service_ran_all_answers_are_as_before() {
        var before = answers();

        service.dropAllViews();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(answers()).isEqualTo(before));
        service.isBuiltAgain();
    }

    @Test
    void what_is_not_rebuilt_yet_is_not_said_to_be_missing() {
        await().untilAsserted(() -> {
            service.bean(Readiness.class).areFarBehind(Set.of("library", "editions", "media"));
            for (var address : List.of("/api/posts/aaaaaaaaaaaaaaaa", "/posts/none/", "/images/none.png")) {
                var answer = ada.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            }
            assertThat(ada.get("/posts/rebuilt/").statusCode()).isEqualTo(200);
        });
        service.isBuiltAgain();
    }

    @Test
    void administrators_see_how_far_each_view_is() {
        var admin = service.account("Admin who rebuilds", "ROLE_ADMINISTRATOR");

        await().untilAsserted(() -> {
            var views = JsonMapper.shared()
                    .readTree(admin.get("/api/progress").body())
                    .path("views");
            assertThat(views.valueStream().map(view -> view.path("name").asString()))
                    .containsExactly("drafts", "editions", "library", "media", "revisions", "site");
            assertThat(views.valueStream())
                    .allSatisfy(view -> assertThat(view.path("position").asLong())
                            .isPositive()
                            .isEqualTo(view.path("head").asLong()));
        });
    }

    private static List<String> answers() {
        var post = "/api/posts/" + written.post;
        return Stream.of(
                        post,
                        post + "/file",
                        post + "/history",
                        post + "/revisions?after=390",
                        post + "/revisions/200",
                        "/api/library",
                        "/posts/rebuilt/",
                        "/posts/rebuilt/editions/1/")
                .map(ada::get)
                .map(answer -> answer.statusCode() + " " + answer.body())
                .toList();
    }
}
