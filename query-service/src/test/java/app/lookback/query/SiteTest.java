package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.platform.Written;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

class SiteTest {

    private static final List<String> LISTS = List.of(
            "/",
            "/posts/",
            "/archive/",
            "/tags/",
            "/tags/silent-film/",
            "/authors/",
            "/index.xml",
            "/atom.xml",
            "/feed.json",
            "/sitemap.xml",
            "/tags/silent-film/index.xml");

    private static Running service;
    private static Running.Browser cleo;
    private static Running.Browser reader;

    @BeforeAll
    static void write() throws Exception {
        service = Running.service();
        cleo = service.account("Cléo & sons");
        reader = service.stranger();
        service.happens(published("/posts/rain/", "Rain & iron", "2199-05-01", "[\"Silent Film\", \"映画\"]"));
        service.happens(published("/films/dance/", "The dance", "2198-05-01", "[\"silent film\"]"));
        await().until(() -> reader.get("/films/dance/").statusCode() == 200);
    }

    private static Written published(String path, String title, String date, String tags) throws Exception {
        var source = """
                +++
                title = "%s"
                date = %s
                tags = %s
                +++
                First *words* of it, and [a link](/posts/rain/).
                """.formatted(title, date, tags);
        return Written.by(cleo.person, path).types(cleo.person, 0, source).published(cleo.person);
    }

    @Test
    void posts_are_listed_by_their_dates_with_all_that_tells_them_apart() {
        assertThat(reader.get("/").body())
                .containsSubsequence("Rain &amp; iron", "2199", "Cléo &amp; sons", "1 min", "First words of it")
                .containsSubsequence("/posts/rain/", "/films/dance/");
        assertThat(reader.get("/archive/").body())
                .containsSubsequence(">2199<", "/posts/rain/", ">2198<", "/films/dance/");
    }

    @Test
    void a_tag_has_its_posts_however_it_is_written() {
        assertThat(reader.get("/tags/silent-film/").body()).contains("/posts/rain/", "/films/dance/");
        assertThat(reader.get("/tags/%E6%98%A0%E7%94%BB/").body())
                .contains("<h1>映画</h1>", "/posts/rain/")
                .doesNotContain("/films/dance/");
        assertThat(reader.get("/tags/").body()).containsSubsequence("/tags/silent-film/", "2");
        assertThat(reader.get("/authors/cl%C3%A9o-sons/").body()).contains("<h1>Cléo &amp; sons</h1>", "/posts/rain/");
        assertThat(reader.get("/tags/none/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/tags").headers().firstValue("Location")).contains("/tags/");
    }

    @Test
    void a_post_leads_on_to_its_tags_and_to_what_is_like_it() {
        assertThat(reader.get("/posts/rain/").body())
                .contains("<a href=\"/tags/silent-film/\" rel=\"tag\">Silent Film</a>")
                .containsSubsequence("Read on", "/films/dance/");
        assertThat(reader.get("/posts/rain/editions/1/").body()).doesNotContain("Read on");
    }

    @Test
    void feeds_are_well_formed_and_hold_whole_posts_with_links_that_work_elsewhere() throws Exception {
        var rss = xml("/index.xml");
        assertThat(text(rss, "item", "title")).contains("Rain & iron");
        assertThat(text(rss, "item", "link")).startsWith("http://").endsWith("/posts/rain/");
        assertThat(text(rss, "item", "description")).contains("<em>words</em>", "href=\"http://");
        assertThat(text(rss, "item", "pubDate")).isEqualTo("Wed, 01 May 2199 00:00:00 GMT");
        var atom = xml("/atom.xml");
        assertThat(text(atom, "entry", "title")).isEqualTo("Rain & iron");
        assertThat(text(atom, "entry", "published")).isEqualTo("2199-05-01T00:00:00Z");
        assertThat(xml("/tags/silent-film/index.xml")
                        .getElementsByTagName("item")
                        .getLength())
                .isEqualTo(2);
        var json = JsonMapper.shared().readTree(reader.get("/feed.json").body());
        assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.path("items").path(0).path("tags").path(1).asString()).isEqualTo("映画");
        assertThat(xml("/sitemap.xml").getElementsByTagName("loc").getLength()).isPositive();
        assertThat(reader.get("/robots.txt").body()).contains("Disallow: /studio/", "/sitemap.xml");
    }

    @Test
    void who_has_a_list_is_not_sent_it_again() {
        for (var list : LISTS) {
            var first = reader.get(list);
            assertThat(first.statusCode()).as(list).isEqualTo(200);
            var etag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(reader.get(list, "If-None-Match", etag).statusCode())
                    .as(list)
                    .isEqualTo(304);
        }
    }

    @Test
    void what_is_withdrawn_is_in_no_list() throws Exception {
        var gone = published("/posts/gone/", "Taken back", "2197-01-01", "[\"silent film\"]");
        service.happens(gone);
        await().until(() -> reader.get("/posts/gone/").statusCode() == 200);
        assertThat(LISTS.stream().filter(list -> !list.matches("/(tags|authors)/")))
                .allSatisfy(list -> assertThat(reader.get(list).body()).as(list).contains("/posts/gone/"));
        service.happens(gone.withdrawn(cleo.person));
        await().until(() -> reader.get("/posts/gone/").statusCode() == 410);
        assertThat(LISTS)
                .allSatisfy(list -> assertThat(reader.get(list).body()).as(list).doesNotContain("/posts/gone/"));
    }

    @Test
    void twenty_posts_are_on_a_page() throws Exception {
        for (int i = 1; i <= 21; i++) {
            service.happens(
                    published("/posts/many-%d/".formatted(i), "Many", "1999-01-%02d".formatted(i), "[\"many\"]"));
        }
        await().until(() -> reader.get("/posts/many-21/").statusCode() == 200);

        assertThat(reader.get("/tags/many/").body())
                .contains("/posts/many-21/", "/posts/many-2/", "Page 1 of 2", "/tags/many/page/2/")
                .doesNotContain("\"/posts/many-1/");
        assertThat(reader.get("/tags/many/page/2/").body())
                .contains("\"/posts/many-1/", "href=\"/tags/many/\" rel=\"prev\"");
        assertThat(reader.get("/tags/many/page/3/").statusCode()).isEqualTo(404);
        assertThat(IntStream.of(1, 9_999).mapToObj("/posts/page/%d/"::formatted))
                .allSatisfy(page -> assertThat(reader.get(page).statusCode()).isEqualTo(404));
    }

    private static Document xml(String path) throws Exception {
        var bytes = reader.bytes(path).body();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    /** Of the first of these, what its child says. */
    private static String text(Document feed, String element, String child) {
        var children = feed.getElementsByTagName(element).item(0).getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(node -> node.getNodeName().equals(child))
                .findFirst()
                .orElseThrow()
                .getTextContent()
                .strip();
    }
}
