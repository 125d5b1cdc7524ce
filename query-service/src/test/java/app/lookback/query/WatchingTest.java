package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.platform.Written;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A post whose authors let readers watch how it was written. */
class WatchingTest {

    private static final String HISTORY = "/posts/watched/editions/history/";
    private static final String HEAD = "---\ntitle: Watched & written\ndate: 2026-01-01\n---\n";

    private static Running service;
    private static Running.Browser ada;
    private static Running.Browser reader;
    private static Written written;

    @BeforeAll
    static void opened() throws Exception {
        service = Running.service();
        ada = service.account("Ada who is watched");
        var ben = service.account("Ben who is watched");
        reader = service.stranger();
        written = Written.by(ada.person, "/posts/watched/")
                .admitted(ben.person, ada.person)
                .types(ada.person, 0, HEAD)
                .types(ada.person, HEAD.length(), "A bad word.\n")
                .after(Duration.ofHours(1))
                .types(
                        ben.person,
                        HEAD.length(),
                        "![Nobody sees it](/images/hidden-while-writing.png)\n\nA *better* beginning.\n");
        var middle = written.newest();
        written.after(Duration.ofHours(1))
                .edits(
                        ada.person,
                        app.lookback.text.ChangeSet.replace(
                                middle.length(), HEAD.length(), middle.length(), "Only this.\n"))
                .published(ada.person)
                .after(Duration.ofHours(1))
                .types(ben.person, HEAD.length(), "SECRET of the draft. ");
        service.happens(written);
        await().until(() -> reader.get("/posts/watched/").statusCode() == 200);
        assertThat(reader.get(HISTORY).statusCode()).isEqualTo(404);
        assertThat(reader.get("/posts/watched/").body()).doesNotContain("Watch it being written");
        service.happens(written.historyOpened(ada.person));
        await().until(() -> reader.get(HISTORY).statusCode() == 200);
    }

    @Test
    void the_article_leads_there_and_its_editions_do_not() {
        assertThat(reader.get("/posts/watched/").body())
                .contains("<a href=\"" + HISTORY + "\">Watch it being written</a>");
        assertThat(reader.get("/posts/watched/editions/1/").body()).doesNotContain("Watch it being written");
    }

    @Test
    void each_session_is_a_page_that_is_complete_without_a_script() {
        var first = reader.get(HISTORY).body();
        assertThat(first)
                .contains("<h1>Watched &amp; written</h1>", "A bad word.", "Step 1 of 3: <b>Ada who is watched</b>")
                .contains(
                        "<meta name=\"robots\" content=\"noindex\">",
                        "<link rel=\"canonical\" href=\"/posts/watched/\">")
                .contains(
                        "<a href=\"?revision=3\" rel=\"next\">",
                        "<a href=\"?revision=4\">Last",
                        "<span>Previous</span>")
                .contains("data-steps=\"2 3 4\"", "max=\"4\" value=\"2\"")
                .containsOnlyOnce("<script");
        var second = reader.get(HISTORY + "?revision=3").body();
        assertThat(second)
                .contains("A <em>better</em> beginning.", "A bad word.", "<b>Ben who is watched</b>")
                .contains("<a href=\"?revision=2\" rel=\"prev\">", "<a href=\"?revision=4\" rel=\"next\">")
                .contains("<span class=\"unshown\">Nobody sees it</span>")
                .doesNotContain("<img");
        var last = reader.get(HISTORY + "?revision=4").body();
        assertThat(last).contains("Only this.", "<span>Next</span>").doesNotContain("A bad word.");
    }

    @Test
    void who_has_a_step_is_not_sent_it_again_and_its_address_is_one() {
        var page = reader.get(HISTORY + "?revision=2");
        var etag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(reader.get(HISTORY + "?revision=2", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(reader.get("/posts/watched/editions/history").statusCode()).isEqualTo(308);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "-1", "x", "", "99999999999999999999", "2;3"})
    void nothing_else_is_shown(String revision) {
        assertThat(reader.get(HISTORY + "?revision=" + revision).statusCode()).isEqualTo(404);
    }

    @Test
    void nothing_newer_than_the_edition_is_told_nor_anything_else_of_the_history() {
        for (var page : List.of("", "?revision=1", "?revision=4")) {
            assertThat(reader.get(HISTORY + page).body())
                    .doesNotContain("SECRET", written.post.value(), ada.person.value());
        }
        for (var question :
                List.of("/history", "/revisions", "/revisions/1", "/revisions/1/source", "/compare/1...2")) {
            assertThat(reader.get("/api/posts/" + written.post + question).statusCode())
                    .isEqualTo(401);
        }
        assertThat(ada.get("/api/posts/" + written.post).body()).contains("\"historyOpen\":true");
    }

    @Test
    void what_comes_with_a_later_edition_is_there_then_and_nothing_after_it_was_closed() {
        var other = Written.by(ada.person, "/posts/opened/")
                .types(ada.person, 0, "One.")
                .published(ada.person)
                .historyOpened(ada.person);
        service.happens(other);
        var history = "/posts/opened/editions/history/";
        await().until(() -> reader.get(history).body().contains("Step 1 of 1"));

        service.happens(other.after(Duration.ofHours(1)).types(ada.person, 4, " Two."));
        await().until(() -> ada.get("/api/posts/" + other.post).body().contains("One. Two."));
        assertThat(reader.get(history).body()).contains("Step 1 of 1").doesNotContain("Two.");
        service.happens(other.published(ada.person));
        await().until(() -> reader.get(history + "?revision=2").body().contains("One. Two."));

        service.happens(other.historyClosed(ada.person));
        await().until(() -> reader.get(history).statusCode() == 404);
        assertThat(reader.get(history + "?revision=1").statusCode()).isEqualTo(404);
        assertThat(reader.get("/posts/opened/").body()).doesNotContain("Watch it being written");

        service.happens(other.historyOpened(ada.person));
        await().until(() -> reader.get(history).statusCode() == 200);
        service.rebuild("editions");
        await().until(() -> reader.get(history + "?revision=2").body().contains("One. Two."));
        service.isBuiltAgain();
    }

    @Test
    void the_history_of_what_is_taken_back_or_deleted_is_gone_with_it() {
        var gone = Written.by(ada.person, "/posts/opened-and-gone/")
                .types(ada.person, 0, "Gone.")
                .published(ada.person)
                .historyOpened(ada.person);
        service.happens(gone);
        var history = "/posts/opened-and-gone/editions/history/";
        await().until(() -> reader.get(history).statusCode() == 200);

        service.happens(gone.withdrawn(ada.person));
        await().until(() -> reader.get(history).statusCode() == 410);
        assertThat(reader.get(history).body()).doesNotContain("Gone.");
        service.happens(gone.published(ada.person));
        await().until(() -> reader.get(history).statusCode() == 200);
        service.happens(gone.deleted(ada.person));
        await().until(() -> reader.get(history).statusCode() == 410);
    }
}
