package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.Update;
import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What someone without an account gets, and that it stays what it is. */
class ReadersTest {

    private static final byte[] COVER = "not quite a png".getBytes(StandardCharsets.UTF_8);
    private static final byte[] UNUSED = "another picture".getBytes(StandardCharsets.UTF_8);
    private static final String SOURCE = """
            +++
            title = "Look back & forth"
            date = "2026-05-01"
            +++

            The *seasons* <script>alert(1)</script> pass.

            ![The cover](/images/cover.png)
            """;

    private static Running service;
    private static Browser ada;
    private static Browser reader;
    private static Written written;

    @BeforeAll
    static void edition_1_is_published() throws Exception {
        service = Running.service();
        ada = service.account("Ada <the first>");
        var ben = service.account("Ben");
        reader = service.stranger();
        service.stores(COVER);
        service.stores(UNUSED);
        written = Written.by(ada.person, "/posts/look-back/")
                .admitted(ben.person, ada.person)
                .pictured(ada.person, "/images/cover.png", COVER)
                .pictured(ada.person, "/images/unused.png", UNUSED)
                .types(ada.person, 0, SOURCE)
                .published(ada.person);
        service.happens(written);
        await().until(() -> reader.get("/posts/look-back/").statusCode() == 200);
        await().until(() -> ada.get("/images/unused.png").statusCode() == 200);
    }

    @Test
    void a_page_has_title_date_and_authors_and_no_script_but_one_file() {
        var page = reader.get("/posts/look-back/");

        assertThat(page.body())
                .contains("<h1>Look back &amp; forth</h1>", "Ada &lt;the first&gt;", "Ben", "2026-05-01")
                .contains("<em>seasons</em>", "/images/cover.png")
                .contains("/posts/look-back/\">\n<meta property=\"og:type")
                .containsOnlyOnce("<script src=\"/assets/reader.js\" type=\"module\"></script>");
        assertThat(page.body().replaceAll("<script (src|type=.application/ld)", ""))
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .contains("script-src 'self';")
                        .contains("frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void an_image_of_a_known_size_has_its_place_before_it_is_there() {
        var picture = "a picture of a known size".getBytes(StandardCharsets.UTF_8);
        service.stores(picture);
        service.bean(JdbcClient.class)
                .sql("UPDATE media SET width = 1200, height = 800 WHERE sha256 = ?")
                .param(Hash.sha256(picture))
                .update();
        service.happens(Written.by(ada.person, "/posts/sized/")
                .pictured(ada.person, "/images/sized.png", picture)
                .types(ada.person, 0, "![Rain](/images/sized.png) ![Elsewhere](https://example.org/sized.png)\n")
                .published(ada.person));

        await().until(() -> reader.get("/posts/sized/").statusCode() == 200);
        await().untilAsserted(() -> assertThat(reader.get("/posts/sized/").body())
                .contains("src=\"/images/sized.png\" width=\"1200\" height=\"800\"")
                .contains("src=\"https://example.org/sized.png\" alt"));
    }

    @Test
    void the_archive_lists_it() {
        assertThat(reader.get("/archive/").body()).contains("<a href=\"/posts/look-back/\">Look back &amp; forth</a>");
    }

    @Test
    void an_edition_stays_as_it_is_when_the_next_one_comes_and_when_it_is_built_again() {
        var first = article("/posts/look-back/editions/1/");
        written.types(ada.person, SOURCE.length(), "A second thought.\n").published(ada.person);
        service.happens(written);
        await().until(() -> reader.get("/posts/look-back/").body().contains("A second thought."));

        assertThat(article("/posts/look-back/editions/1/")).isEqualTo(first);
        assertThat(reader.get("/posts/look-back/editions/1/").body())
                .contains("You are reading edition 1 of 2.", "/posts/look-back/editions/1...2/", "The newest edition");
        assertThat(reader.get("/posts/look-back/editions/2/").body()).contains("A second thought.");
        assertThat(reader.get("/posts/look-back/").body()).contains("editions/1/", "editions/2/");

        service.rebuild("editions");
        await().until(() -> reader.bytes("/posts/look-back/editions/2/").statusCode() == 200);
        assertThat(article("/posts/look-back/editions/1/")).isEqualTo(first);
        service.isBuiltAgain();
    }

    private static String article(String address) {
        var page = reader.get(address).body();
        return page.substring(page.indexOf("<article"), page.indexOf("</article>"));
    }

    @Test
    void a_review_shows_how_its_rating_went_over_the_editions_and_machines_read_what_was_corrected() {
        var source = "---\ntitle: Rated </script>\nrating: 3/5\ntags: [film]\n---\nText\n";
        var rated = Written.by(ada.person, "/posts/rated/")
                .types(ada.person, 0, source)
                .published(ada.person);
        service.happens(rated);
        await().until(() -> reader.get("/posts/rated/").statusCode() == 200);
        assertThat(reader.get("/posts/rated/").body()).doesNotContain("verdict");

        int at = source.indexOf("3/5");
        service.happens(rated.types(ada.person, at, "4.5/5 #")
                .updated(ada.person, new Update(Update.Kind.CORRECTION, "Seen again")));

        await().untilAsserted(() -> assertThat(reader.get("/posts/rated/").body())
                .contains("Rating by edition. edition 1: 3/5, edition 2: 4.5/5", "points=\"10.0,34.0 310.0,16.0\""));
        var page = reader.get("/posts/rated/").body();
        var begin = page.indexOf("ld+json\">") + "ld+json\">".length();
        var data = JsonMapper.shared().readTree(page.substring(begin, page.indexOf("</script>", begin)));
        assertThat(data.path("@type").asString()).isEqualTo("BlogPosting");
        assertThat(data.path("headline").asString()).isEqualTo("Rated </script>");
        assertThat(data.path("author").path(0).path("@type").asString()).isEqualTo("Person");
        assertThat(data.path("datePublished").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(data.path("correction").path(0).path("text").asString()).isEqualTo("Seen again");
        assertThat(reader.get("/posts/rated/editions/1/").body()).doesNotContain("Rating by edition");
    }

    @Test
    void who_has_an_edition_is_not_sent_it_again() {
        var page = reader.get("/posts/look-back/editions/1/");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-cache", "public"));
        assertThat(page.body()).contains("<meta name=\"robots\" content=\"noindex\">");

        var again = reader.get("/posts/look-back/editions/1/", "If-None-Match", etag(page));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void who_asks_for_the_head_only_gets_no_body() {
        var page = reader.head("/posts/look-back/editions/1/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(etag(page)).isEqualTo(etag(reader.get("/posts/look-back/editions/1/")));
        assertThat(page.body()).isEmpty();
    }

    @Test
    void an_address_without_its_slash_leads_to_the_page() {
        var answer = reader.get("/posts/look-back");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/posts/look-back/"));
    }

    @Test
    void an_address_to_nothing_is_a_page_that_helps() {
        for (var path : new String[] {"/posts/nowhere/", "/posts/look-back/editions/99/", "/nowhere", "/nowhere/"}) {
            var answer = reader.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(answer.body()).contains("There is no page here", "href=\"/\"");
        }
    }

    @Test
    void an_image_is_for_all_once_an_edition_shows_it_and_before_for_the_posts_people() {
        var cover = reader.bytes("/images/cover.png");
        assertThat(cover.body()).isEqualTo(COVER);
        assertThat(cover.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(cover.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(reader.get("/images/cover.png", "If-None-Match", etag(cover)).statusCode())
                .isEqualTo(304);
        var modified = cover.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(reader.get("/images/cover.png", "If-Modified-Since", modified)
                        .statusCode())
                .isEqualTo(304);

        assertThat(reader.get("/images/unused.png").statusCode()).isEqualTo(404);
        assertThat(service.account("Passer-by").get("/images/unused.png").statusCode())
                .isEqualTo(404);
        assertThat(ada.bytes("/images/unused.png").body()).isEqualTo(UNUSED);
    }

    private static String etag(java.net.http.HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void a_withdrawn_post_is_gone_until_it_is_published_again() throws Exception {
        var other = Written.by(ada.person, "/posts/withdrawn/")
                .types(ada.person, 0, SOURCE)
                .published(ada.person);
        service.happens(other);
        await().until(() -> reader.get("/posts/withdrawn/").statusCode() == 200);
        other.takeEvents();
        service.happens(other.withdrawn(ada.person));
        await().until(() -> reader.get("/posts/withdrawn/").statusCode() == 410);
        assertThat(reader.get("/posts/withdrawn/").body()).contains("withdrawn");
        assertThat(reader.get("/posts/withdrawn/editions/1/").statusCode()).isEqualTo(410);
        assertThat(reader.get("/archive/").body()).doesNotContain("/posts/withdrawn/");
        other.takeEvents();
        service.happens(other.published(ada.person));
        await().until(() -> reader.get("/posts/withdrawn/").statusCode() == 200);
        assertThat(reader.get("/posts/withdrawn/editions/1/").statusCode()).isEqualTo(200);
    }

    @Test
    void readers_are_told_how_an_edition_differs_and_shown_where() {
        var other = Written.by(ada.person, "/posts/corrected/")
                .types(ada.person, 0, "It is of 1925 & silent.\n\nIt rains.\n")
                .published(ada.person)
                .edits(ada.person, ChangeSet.replace(35, 9, 13, "1926"))
                .updated(ada.person, new Update(Update.Kind.CORRECTION, "The year was <wrong>."))
                .types(ada.person, 0, "Do not read this.\n\n")
                .updated(ada.person, new Update(Update.Kind.RETRACTION, "It was all wrong."));
        service.happens(other);
        await().until(() -> reader.get("/posts/corrected/editions/3/").statusCode() == 200);

        assertThat(reader.get("/posts/corrected/").body())
                .contains("<strong>Retracted.</strong> It was all wrong.")
                .containsSubsequence(
                        "All editions", "/posts/corrected/editions/2...3/", "Correction: The year was &lt;wrong&gt;.");
        assertThat(reader.get("/posts/corrected/editions/2/").body())
                .contains("You are reading edition 2", "Correction: The year was &lt;wrong&gt;.")
                .doesNotContain("Retracted");
        assertThat(reader.get("/posts/corrected/editions/1...2/").body())
                .contains("<del><span class=\"visually-hidden\">deleted: </span>1925</del>", ">1926</ins>", "noindex");
        assertThat(reader.get("/posts/corrected/editions/1...9/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/index.xml").body())
                .contains("&lt;strong&gt;Retraction&lt;/strong&gt; It was all wrong.");
    }

    @Test
    void a_post_is_read_at_any_path_and_has_one_address() {
        var other = Written.by(ada.person, "/films/1926/雨/")
                .types(ada.person, 0, SOURCE)
                .published(ada.person);
        service.happens(other);
        var path = "/films/1926/%E9%9B%A8/";
        await().until(() -> reader.get(path).statusCode() == 200);

        assertThat(reader.get(path + "editions/1/").statusCode()).isEqualTo(200);
        assertThat(reader.get(path + "editions/2/").statusCode()).isEqualTo(404);
        assertThat(reader.get(path, "If-None-Match", etag(reader.get(path))).statusCode())
                .isEqualTo(304);
        for (var address : List.of("/films/1926/%E9%9B%A8", "/Films/1926/%E9%9B%A8/")) {
            var answer = reader.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location")).contains(path);
        }
        assertThat(reader.get("/films/1926/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/archive/").body()).contains("/films/1926/");
    }

    @Test
    void a_deleted_post_is_gone_with_its_images_until_it_is_restored() throws Exception {
        var picture = "a picture of what is deleted".getBytes(StandardCharsets.UTF_8);
        service.stores(picture);
        var other = Written.by(ada.person, "/posts/deleted/")
                .pictured(ada.person, "/images/deleted.png", picture)
                .types(ada.person, 0, "![](/images/deleted.png)\n")
                .published(ada.person);
        service.happens(other);
        await().until(() -> reader.get("/posts/deleted/").statusCode() == 200);
        await().until(() -> reader.get("/images/deleted.png").statusCode() == 200);

        service.happens(other.deleted(ada.person));
        await().until(() -> reader.get("/posts/deleted/").statusCode() == 410);
        assertThat(reader.get("/posts/deleted/").body()).contains("This post was deleted");
        assertThat(reader.get("/posts/deleted/editions/1/").statusCode()).isEqualTo(410);
        assertThat(reader.get("/archive/").body()).doesNotContain("/posts/deleted/");
        assertThat(reader.get("/images/deleted.png").statusCode()).isEqualTo(404);
        await().until(() -> ada.get("/images/deleted.png").statusCode() == 404);

        service.happens(other.restored(ada.person));
        await().until(() -> reader.get("/posts/deleted/").statusCode() == 200);
        assertThat(reader.get("/images/deleted.png").statusCode()).isEqualTo(200);
    }

    @Test
    void an_image_of_a_withdrawn_post_is_for_its_people_only() throws Exception {
        var picture = "a picture of what is withdrawn".getBytes(StandardCharsets.UTF_8);
        service.stores(picture);
        var other = Written.by(ada.person, "/posts/taken-back/")
                .pictured(ada.person, "/images/taken-back.png", picture)
                .types(ada.person, 0, "![](/images/taken-back.png)\n")
                .published(ada.person)
                .withdrawn(ada.person);
        service.happens(other);
        await().until(() -> reader.get("/posts/taken-back/").statusCode() == 410);

        var answer = reader.get("/images/taken-back.png");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(service.account("Passing by").get("/images/taken-back.png").statusCode())
                .isEqualTo(404);
        await().until(() -> ada.get("/images/taken-back.png").statusCode() == 200);
        assertThat(ada.get("/images/taken-back.png").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("private"));
    }
}
