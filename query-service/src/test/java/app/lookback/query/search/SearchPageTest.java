package app.lookback.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running;
import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Written;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What readers find by words, and what they never find. */
class SearchPageTest {

    private static Running service;
    private static Browser ada;
    private static Browser reader;

    @BeforeAll
    static void posts() throws Exception {
        service = Running.service();
        ada = service.account("Ada the zoologist");
        reader = service.stranger();
        published(
                "/posts/okapi/",
                "---\ntitle: The okapi\ntags: [giraffids]\n---\nA shy <b>browser</b> & its *stripes*.\n");
        published("/posts/giraffe/", "---\ntitle: Giraffes\ntags: [giraffids]\n---\nTaller than an okapi.\n");
        published("/posts/ryusei/", "---\ntitle: 流星と動物園\nlang: ja\n---\n動物園の夜に流星を見た。\n");
        service.happens(Written.by(ada.person, "/posts/hidden-zebra/").types(ada.person, 0, "A zebradraft.\n"));
        await().until(() -> search("okapi").contains("2 posts"));
        await().until(() -> search("流星").contains("One post"));
    }

    private static Written published(String path, String source) {
        var written = Written.by(ada.person, path).types(ada.person, 0, source).published(ada.person);
        service.happens(written);
        return written;
    }

    private static String search(String words) {
        var answer = reader.get("/search/?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void the_title_counts_most_and_what_was_found_is_marked() {
        var page = search("okapi");

        assertThat(page.indexOf("/posts/okapi/")).isPositive().isLessThan(page.indexOf("/posts/giraffe/"));
        assertThat(page).contains("Taller than an <mark>okapi</mark>.");
        assertThat(search("stripes")).contains("A shy browser &amp; its <mark>stripes</mark>.");
    }

    @Test
    void slips_unfinished_words_and_authors_are_understood_and_all_words_are_wanted() {
        assertThat(search("girafes okpai")).contains("One post", "/posts/giraffe/");
        assertThat(search("shy strip")).contains("/posts/okapi/");
        assertThat(search("zoologist giraffids")).contains("2 posts");
        assertThat(search("okapi elephant")).contains("Nothing was found.", "/archive/");
    }

    @Test
    void japanese_is_found_by_its_words() {
        assertThat(search("動物園")).contains("/posts/ryusei/", "<mark>");
        assertThat(search("植物園")).doesNotContain("/posts/ryusei/");
    }

    @Test
    void a_search_is_made_narrower_by_a_tag() {
        var all = search("the");
        assertThat(reader.get("/search/?q=okapi&tag=giraffids").body()).contains("2 posts", "tag giraffids");
        assertThat(reader.get("/search/?tag=giraffids&author=nobody").body()).contains("Nothing was found.");
        assertThat(all).doesNotContain("Exception");
    }

    @Test
    void whatever_is_typed_is_a_search() {
        for (var words :
                new String[] {"", " ", "\"", "a AND (b", "*:*", "title:x~9^^", "<script>", "x".repeat(5000), "\u0000"
                }) {
            assertThat(search(words)).contains("<h1>Search</h1>").doesNotContain("<script>");
        }
        assertThat(reader.get("/search/?q=okapi&page=-1").body()).contains("2 posts");
        assertThat(reader.get("/search/?q=okapi&page=9999").statusCode()).isEqualTo(200);
        assertThat(reader.get("/search").statusCode()).isEqualTo(308);
    }

    @Test
    void what_readers_do_not_find_is_not_found_here() {
        assertThat(search("zebradraft")).contains("Nothing was found.");
        var quagga = published("/posts/quagga/", "The quaggaword.\n");
        await().until(() -> search("quaggaword").contains("/posts/quagga/"));

        service.happens(quagga.withdrawn(ada.person));

        await().until(() -> search("quaggaword").contains("Nothing was found."));
    }
}
