package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.Update;
import app.lookback.query.platform.Written;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an article says of itself besides its text. */
class ArticleTest {

    private static Running service;
    private static Running.Browser gil;
    private static Running.Browser reader;

    @BeforeAll
    static void a_series_is_published() throws Exception {
        service = Running.service();
        gil = service.account("Gil");
        reader = service.stranger();
        publish("/posts/of-three-1/", "First & <last>", "2026-01-01", "licence: CC BY-NC 4.0");
        publish("/posts/of-three-3/", "Third", "2026-03-01", "license: Ask Gil & wait");
        publish("/posts/of-three-2/", "جزء", "2026-02-01", "lang: ar");
        publish("/posts/alone/", "Alone", "2026-02-02", "series: [By itself]");
        await().until(() -> reader.get("/posts/alone/").statusCode() == 200);
    }

    private static Written publish(String path, String title, String date, String more) {
        var source = "---\ntitle: \"%s\"\ndate: %s\n%s%s\n---\nText\n"
                .formatted(title, date, more.startsWith("series") ? "" : "series: [Of three]\n", more);
        var written = Written.by(gil.person, path).types(gil.person, 0, source).published(gil.person);
        service.happens(written);
        return written;
    }

    @Test
    void a_part_of_a_series_leads_to_those_beside_it() {
        assertThat(reader.get("/posts/of-three-1/").body())
                .contains("Part 1 of 3 of <a href=\"/series/of-three/\">Of three</a>")
                .contains("href=\"/posts/of-three-2/\" rel=\"next\"", "<bdi lang=\"ar\" dir=\"rtl\">جزء</bdi>")
                .doesNotContain("rel=\"prev\"");
        assertThat(reader.get("/posts/of-three-2/").body())
                .contains("Part 2 of 3", "href=\"/posts/of-three-3/\" rel=\"next\"")
                .contains("href=\"/posts/of-three-1/\" rel=\"prev\"", "First &amp; &lt;last&gt;");
        assertThat(reader.get("/posts/of-three-3/").body())
                .contains("Part 3 of 3")
                .doesNotContain("rel=\"next\"");
        assertThat(reader.get("/posts/alone/").body()).doesNotContain("Part 1");
    }

    @Test
    void what_is_written_from_the_right_is_laid_out_so_on_its_page_and_in_lists() {
        assertThat(reader.get("/posts/of-three-2/").body()).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(reader.get("/posts/of-three-1/").body()).contains("<html lang=\"en\" dir=\"ltr\">");
        assertThat(reader.get("/series/of-three/").body())
                .contains("<li lang=\"ar\" dir=\"rtl\">", "<li lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void its_licence_is_told_to_people_and_machines() {
        assertThat(reader.get("/posts/of-three-1/").body())
                .contains(
                        "<a href=\"https://creativecommons.org/licenses/by-nc/4.0/\" rel=\"license\">CC BY-NC 4.0</a>")
                .contains("\"license\":\"https://creativecommons.org/licenses/by-nc/4.0/\"");
        assertThat(reader.get("/posts/of-three-3/").body()).contains("<p>Licence: Ask Gil &amp; wait</p>");
        assertThat(reader.get("/posts/alone/").body()).doesNotContain("Licence", "\"license\"");
    }

    @Test
    void it_says_when_it_was_updated_since_the_day_that_it_is_of() throws Exception {
        var written = publish("/posts/updated/", "Updated", "2026-05-04", "tags: [updated]\nrating: 4");
        await().until(() -> reader.get("/posts/updated/").statusCode() == 200);
        assertThat(reader.get("/posts/updated/").body()).contains("May 4, 2026").doesNotContain("updated <time");

        service.happens(written.after(Duration.ofDays(3))
                .updated(gil.person, new Update(Update.Kind.SUBSTANTIVE, "More of it")));
        await().until(() -> reader.get("/posts/updated/editions/2/").statusCode() == 200);
        assertThat(reader.get("/posts/updated/").body())
                .containsPattern("updated <time datetime=\"2026-05-07\"[^>]*>May 7, 2026")
                .as("a rating that stays needs no drawing")
                .doesNotContain("class=\"verdict\"");
        assertThat(reader.get("/posts/updated/editions/1/").body()).doesNotContain("updated <time");
    }
}
