package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An event that cannot be handled stops its own post and no other. */
class PoisonTest {

    private static Running service;
    private static Browser ada;
    private static Browser administrator;
    private static Written poisoned;
    private static Written sound;

    @BeforeAll
    static void a_post_with_an_edit_that_does_not_fit() throws Exception {
        service = Running.service();
        ada = service.account("Ada, poisoned");
        administrator = service.account("Admin, poisoned", "ROLE_AUTHOR", "ROLE_ADMINISTRATOR");
        poisoned = Written.by(ada.person, "/posts/poisoned/").types(ada.person, 0, "Spring.\n");
        sound = Written.by(ada.person, "/posts/sound/").types(ada.person, 0, "Summer.\n");
        service.happens(poisoned);
        service.append(new GenericDomainEventMessage<>(
                "Manuscript",
                poisoned.post.manuscript(),
                2,
                new SourceEdited(
                        poisoned.post,
                        2,
                        ada.person,
                        "5d2f2a52-9d86-4b7a-8f4e-b7a5a1c0d001",
                        2,
                        ChangeSet.replace(999, 0, 0, "not made for this text"),
                        Instant.parse("2026-05-04T08:00:03Z"))));
        service.happens(sound);
    }

    @Test
    void the_other_post_goes_on() {
        service.happens(sound.types(ada.person, 0, "Autumn.\n"));

        await().until(() -> ada.get("/api/posts/" + sound.post).body().contains("Autumn."));
        await().until(() ->
                ada.get("/api/posts/" + sound.post + "/history").body().contains("\"newest\":2"));
    }

    @Test
    void its_authors_are_told_and_see_what_was_before_it() {
        var post = "/api/posts/" + poisoned.post;
        await().until(() -> ada.get(post).body().contains("\"code\":\"stopped\""));

        assertThat(ada.get(post).body()).contains("Nothing is lost");
        assertThat(ada.get(post + "/revisions/1").body()).contains("Spring.");
    }

    @Test
    void administrators_see_it_and_may_have_it_tried_again() {
        await().until(() -> administrator.get("/api/dead-letters").body().contains(poisoned.post.manuscript()));

        assertThat(administrator.get("/api/dead-letters").body()).contains("\"view\":\"drafts\"", "\"number\":2");
        await().until(() -> administrator.get("/api/progress").body().matches(".*\"stopped\":[2-9].*"));
        assertThat(administrator
                        .post("/api/dead-letters/drafts/" + poisoned.post.manuscript())
                        .body())
                .isEqualTo("{\"handled\":false}");
        assertThat(administrator.get("/api/dead-letters").body()).contains(poisoned.post.manuscript());
    }

    @Test
    void nobody_else_may() {
        assertThat(ada.get("/api/dead-letters").statusCode()).isEqualTo(403);
        assertThat(ada.post("/api/dead-letters/drafts/" + poisoned.post.manuscript())
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.stranger().get("/api/dead-letters").statusCode()).isEqualTo(401);
    }
}
