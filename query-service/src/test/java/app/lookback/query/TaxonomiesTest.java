package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a site's configuration says of addresses that are not a post's: its own taxonomies, and below which path it was. */
class TaxonomiesTest {

    private static final String CONFIG = "config/_default/taxonomies.toml";

    private static Running service;
    private static Browser ada;
    private static Browser reader;

    @BeforeAll
    static void a_site_has_moved_in() throws Exception {
        service = Running.service();
        ada = service.account("Ada of the genres");
        reader = service.stranger();
        published("/posts/own-taxonomies/", """
                ---
                title: Rain
                Genres: [Silent Drama, 映画, Silent Drama, "C++ & C#", a/b, "../..", "50 %"]
                categories: Films
                mood: quiet
                authors: [Guest & host]
                ---
                Rain.
                """);
        published("/posts/another-drama/", "+++\ntitle = \"Another\"\ngenres = \"silent drama\"\n+++\nMore.");
        assertThat(reader.get("/genres/silent-drama/").statusCode()).isEqualTo(404);

        service.keeps("hugo.yaml", "baseURL: https://old.example/blog\n", ada.person);
        service.keeps(CONFIG, "tag = \"tags\"\ngenre = \"genres\"\nbroken = \"a/b\"\n", ada.person);
        await().until(() -> reader.get("/genres/").statusCode() == 200);
    }

    private static void published(String path, String source) throws Exception {
        service.happens(
                Written.by(ada.person, path).types(ada.person, 0, source).published(ada.person));
        await().until(() -> reader.get(path).statusCode() == 200);
    }

    /** No later test shall find the files of a site. */
    @AfterAll
    static void no_site_again() {
        service.removes("hugo.yaml", ada.person);
        service.removes(CONFIG, ada.person);
        await().until(() -> reader.get("/genres/").statusCode() == 404);
    }

    @Test
    void posts_are_found_by_the_terms_of_a_taxonomy_that_the_site_names() {
        assertThat(reader.get("/genres/").body())
                .contains("<h1>Genres</h1>")
                .containsSubsequence("/genres/silent-drama/", "2", "/genres/%E6%98%A0%E7%94%BB/", "1");
        assertThat(reader.get("/genres/silent-drama/").body())
                .contains("/posts/own-taxonomies/", "/posts/another-drama/");
        assertThat(reader.get("/genres/%E6%98%A0%E7%94%BB/").body())
                .contains("<h1>映画</h1>", "/posts/own-taxonomies/")
                .doesNotContain("/posts/another-drama/");
        assertThat(reader.get("/genres/c++-c%23/").body()).contains("<h1>C++ &amp; C#</h1>");
        assertThat(reader.get("/genres/a/b/").body()).contains("<h1>a/b</h1>");
        assertThat(reader.get("/genres/a/b/feed.json").body()).contains("/genres/a/b/");
        assertThat(reader.get("/genres/50/").statusCode()).isEqualTo(200);
        assertThat(reader.get("/genres/silent-drama/index.xml").body()).contains("Silent Drama", "Another");
        assertThat(reader.get("/sitemap.xml").body()).contains("/genres/silent-drama/", "/categories/films/");
    }

    @Test
    void a_post_leads_to_its_terms_and_to_what_shares_them() {
        assertThat(reader.get("/posts/own-taxonomies/").body())
                .containsSubsequence("Categories", "<a href=\"/categories/films/\">Films</a>")
                .containsSubsequence("Genres", "<a href=\"/genres/silent-drama/\">Silent Drama</a>")
                .containsSubsequence("Read on", "/posts/another-drama/")
                .doesNotContain("Mood");
    }

    @Test
    void posts_that_were_there_before_are_found_by_the_names_of_their_terms() {
        await().untilAsserted(
                        () -> assertThat(reader.get("/search/?q=silent%20drama").body())
                                .contains("/posts/own-taxonomies/", "/posts/another-drama/"));
        assertThat(reader.get("/search/?q=quiet").body()).doesNotContain("/posts/own-taxonomies/");
    }

    @Test
    void whom_the_front_matter_calls_an_author_has_a_list_but_did_not_write_here() {
        assertThat(reader.get("/authors/guest-host/").body()).contains("/posts/own-taxonomies/");
        assertThat(reader.get("/posts/own-taxonomies/").body()).doesNotContain("Guest");
    }

    @Test
    void nothing_else_in_front_matter_is_a_taxonomy() {
        assertThat(reader.get("/mood/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/mood/quiet/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/genres/none/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/genres/silent-drama/page/2/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/genres/silent-drama/other.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_without_its_slash_leads_to_the_one_with_it() {
        for (var address : new String[] {"/genres", "/genres/silent-drama", "/tags"}) {
            var answer = reader.get(address);
            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location")).contains(address + "/");
        }
        assertThat(reader.get("/genres/none").statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_below_the_path_of_the_site_is_found_without_it() {
        assertThat(reader.get("/blog/posts/own-taxonomies/").statusCode()).isEqualTo(301);
        assertThat(reader.get("/blog/genres/silent-drama/").headers().firstValue("Location"))
                .contains("/genres/silent-drama/");
        assertThat(reader.get("/blog").statusCode()).isEqualTo(404);
        assertThat(reader.get("/blogs/posts/").statusCode()).isEqualTo(404);
        for (var elsewhere : new String[] {"/blog//elsewhere.example/", "/blog/%2Felsewhere.example/"}) {
            assertThat(reader.get(elsewhere).headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void a_file_of_the_site_says_since_when_it_is_what_it_is() {
        service.keeps("static/note.txt", "A note.", ada.person);
        await().until(() -> reader.get("/note.txt").statusCode() == 200);

        var modified =
                reader.get("/note.txt").headers().firstValue("Last-Modified").orElseThrow();
        assertThat(reader.get("/note.txt", "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);
        service.removes("static/note.txt", ada.person);
        await().until(() -> reader.get("/note.txt").statusCode() == 404);
    }

    @Test
    void a_post_at_the_address_of_a_term_is_what_stands_there() throws Exception {
        published("/genres/stays/", "---\ntitle: A post of its own\ngenres: stays\n---\n");
        assertThat(reader.get("/genres/stays/").body()).contains("A post of its own</h1>");
    }
}
