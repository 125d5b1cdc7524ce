package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.Update;
import app.lookback.query.platform.Written;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What feed readers, search engines and those who show links are told, by the rules of their formats. */
class MachinesTest {

    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String SOURCE = """
            ---
            title: "Rain & <iron>, %s"
            date: 2026-05-01
            lang: ja
            tags: ["Rain & iron", 雨]
            categories: [films]
            series: [Rain by rain]
            cover: /images/rain.png
            rating: 4/5
            ---
            A summary that says <b>little</b> & ends.\u000b

            See [the other](/posts/雨の日/) and ![it](/images/rain.png "x").
            """;

    private static Running service;
    private static Running.Browser dora;
    private static Running.Browser reader;

    @BeforeAll
    static void write() throws Exception {
        service = Running.service();
        dora = service.account("Dora & <co>");
        var emil = service.account("Emil");
        reader = service.stranger();
        service.happens(Written.by(dora.person, "/posts/雨の日/")
                .admitted(emil.person, dora.person)
                .types(dora.person, 0, SOURCE.formatted("one"))
                .published(dora.person)
                .types(dora.person, 0, "")
                .updated(dora.person, new Update(Update.Kind.CORRECTION, "It was </script> of 1926."))
                .updated(dora.person, new Update(Update.Kind.TYPO, "A comma.")));
        service.happens(Written.by(dora.person, "/posts/rain-two/")
                .types(dora.person, 0, SOURCE.formatted("two"))
                .published(dora.person));
        await().until(() -> reader.get("/posts/rain-two/").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/posts/",
                "/tags/rain-iron/",
                "/tags/雨/",
                "/categories/films/",
                "/series/rain-by-rain/",
                "/authors/emil/"
            })
    void feeds_follow_the_rules_of_their_formats(String list) throws Exception {
        var at = URI.create(list).toASCIIString();
        assertIsAtom((Feed) parsed(at + "atom.xml"), at);
        assertIsRss((Channel) parsed(at + "index.xml"), at);
        assertIsJsonFeed(
                JsonMapper.shared().readTree(reader.get(at + "feed.json").body()), at);
        if (!list.equals("/")) {
            assertThat(reader.get(at).body())
                    .contains("type=\"application/atom+xml\"", "href=\"" + at + "atom.xml\"")
                    .contains("href=\"" + at + "index.xml\"", "href=\"" + at + "feed.json\"");
        }
    }

    private static WireFeed parsed(String address) throws Exception {
        var answer = reader.get(address);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).matches("application/(atom|rss)\\+xml;charset=UTF-8"));
        return new WireFeedInput(true, Locale.ROOT).build(new StringReader(answer.body()));
    }

    /** RFC 4287, 4.1.1 and 4.1.2. */
    private static void assertIsAtom(Feed feed, String list) {
        assertThat(feed.getId()).isEqualTo(site() + (list.equals("/posts/") ? "/" : list));
        assertThat(feed.getTitle()).isNotBlank();
        assertThat(feed.getAuthors()).isNotEmpty();
        assertThat(feed.getOtherLinks()).extracting(Link::getRel).containsExactly("self");
        assertThat(feed.getOtherLinks()).extracting(Link::getHref).containsExactly(site() + list + "atom.xml");
        assertThat(feed.getEntries()).isNotEmpty().allSatisfy(MachinesTest::assertIsAtomEntry);
        assertThat(feed.getUpdated())
                .isEqualTo(feed.getEntries().stream()
                        .map(Entry::getUpdated)
                        .max(Date::compareTo)
                        .orElseThrow());
        assertAreAllOthers(feed.getEntries().stream().map(Entry::getId));
    }

    private static void assertIsAtomEntry(Entry entry) {
        assertThat(entry.getId()).startsWith("urn:uuid:");
        assertThat(entry.getTitle()).isNotBlank();
        assertThat(entry.getUpdated()).isNotNull();
        assertThat(entry.getPublished()).isNotNull();
        assertThat(entry.getAuthors())
                .isNotEmpty()
                .allSatisfy(author -> assertThat(author.getName()).isNotBlank());
        assertThat(entry.getAlternateLinks()).hasSize(1);
        assertThat(entry.getAlternateLinks().get(0).getHref()).startsWith(site() + "/");
        assertThat(entry.getContents()).hasSize(1);
        assertThat(entry.getContents().get(0).getType()).isEqualTo("html");
        assertWorksElsewhere(entry.getContents().get(0).getValue());
    }

    /** The RSS Advisory Board's specification 2.0.11 and its profile, as the W3C's validator has them. */
    private static void assertIsRss(Channel channel, String list) {
        assertThat(channel.getTitle()).isNotBlank();
        assertThat(channel.getDescription()).isNotBlank();
        assertThat(channel.getLink()).startsWith(site());
        assertThat(channel.getLastBuildDate()).isNotNull();
        assertThat(channel.getForeignMarkup()).hasSize(1);
        assertThat(channel.getForeignMarkup().get(0).getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(channel.getForeignMarkup().get(0).getAttributeValue("href")).isEqualTo(site() + list + "index.xml");
        assertThat(channel.getItems()).isNotEmpty().allSatisfy(MachinesTest::assertIsRssItem);
        assertAreAllOthers(
                channel.getItems().stream().map(item -> item.getGuid().getValue()));
        reader.get(list + "index.xml")
                .body()
                .lines()
                .filter(line -> line.contains("Date>"))
                .map(line -> line.replaceAll("</?[A-Za-z]+>", "").strip())
                .forEach(DateTimeFormatter.RFC_1123_DATE_TIME::parse);
    }

    private static void assertIsRssItem(Item item) {
        assertThat(item.getTitle()).isNotBlank();
        assertThat(item.getLink()).startsWith(site() + "/");
        assertThat(item.getGuid().isPermaLink()).isFalse();
        assertThat(item.getGuid().getValue()).startsWith("urn:uuid:");
        assertThat(item.getPubDate()).isNotNull();
        assertThat(item.getAuthor()).isNull();
        assertThat(((DCModule) item.getModule(DCModule.URI)).getCreators()).isNotEmpty();
        assertWorksElsewhere(item.getDescription().getValue());
    }

    /** jsonfeed.org, version 1.1. */
    private static void assertIsJsonFeed(JsonNode feed, String list) {
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asString()).isNotBlank();
        assertThat(feed.path("feed_url").asString()).isEqualTo(site() + list + "feed.json");
        assertThat(feed.path("home_page_url").asString()).startsWith(site() + "/");
        assertThat(feed.path("authors").path(0).path("name").asString()).isNotBlank();
        var items =
                StreamSupport.stream(feed.path("items").spliterator(), false).toList();
        assertThat(items).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("id").asString()).startsWith("urn:uuid:");
            assertThat(item.path("url").asString()).startsWith(site() + "/");
            assertThat(item.path("authors").path(0).path("name").asString()).isNotBlank();
            assertThat(Instant.parse(item.path("date_published").asString())).isNotNull();
            assertThat(Instant.parse(item.path("date_modified").asString())).isNotNull();
            assertWorksElsewhere(item.path("content_html").asString());
        });
        assertAreAllOthers(items.stream().map(item -> item.path("id").asString()));
    }

    private static void assertWorksElsewhere(String html) {
        assertThat(html).doesNotContainPattern("(href|src)=\"/").doesNotContain("<script");
    }

    private static void assertAreAllOthers(Stream<String> ids) {
        assertThat(ids.toList()).doesNotHaveDuplicates();
    }

    @Test
    void a_posts_id_in_feeds_is_the_same_in_all_of_them() throws Exception {
        var tag = (Feed) parsed("/tags/rain-iron/atom.xml");
        var author = (Channel) parsed("/authors/emil/index.xml");
        var id = tag.getEntries().stream()
                .filter(entry -> entry.getTitle().endsWith("one"))
                .map(Entry::getId)
                .toList();

        assertThat(author.getItems())
                .extracting(item -> item.getGuid().getValue())
                .containsExactlyElementsOf(id);
    }

    @Test
    void there_is_no_feed_of_what_no_post_has() {
        assertThat(List.of("/tags/none/atom.xml", "/series/none/feed.json", "/authors/none/index.xml"))
                .allSatisfy(
                        address -> assertThat(reader.get(address).statusCode()).isEqualTo(404));
    }

    /** sitemaps.org, protocol 0.9. */
    @Test
    void the_sitemap_follows_its_protocol() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var map = factory.newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(reader.get("/sitemap.xml").body())))
                .getDocumentElement();

        assertThat(map.getNamespaceURI()).isEqualTo(SITEMAPS);
        assertThat(map.getLocalName()).isEqualTo("urlset");
        var addresses = map.getElementsByTagNameNS(SITEMAPS, "loc");
        assertThat(addresses.getLength()).isBetween(2, 50_000);
        var all = new HashSet<String>();
        for (int at = 0; at < addresses.getLength(); at++) {
            var address = addresses.item(at).getTextContent();
            assertThat(address).startsWith(site() + "/").isASCII().hasSizeLessThan(2_048);
            assertThat(all.add(address)).as(address).isTrue();
        }
        assertThat(all).contains(site() + "/posts/%E9%9B%A8%E3%81%AE%E6%97%A5/");
        var changes = map.getElementsByTagNameNS(SITEMAPS, "lastmod");
        for (int at = 0; at < changes.getLength(); at++) {
            assertThat(Instant.parse(changes.item(at).getTextContent())).isNotNull();
        }
        assertThat(reader.get("/robots.txt").body())
                .startsWith("User-agent: *\n")
                .contains("\nSitemap: " + site() + "/sitemap.xml\n");
    }

    @Test
    void structured_data_has_what_a_BlogPosting_needs_and_its_corrections() {
        var data = structuredData("/posts/%E9%9B%A8%E3%81%AE%E6%97%A5/");
        var here = site() + "/posts/%E9%9B%A8%E3%81%AE%E6%97%A5/";

        assertThat(data.path("@context").asString()).isEqualTo("https://schema.org");
        assertThat(data.path("@type").asString()).isEqualTo("BlogPosting");
        assertThat(data.path("headline").asString()).isEqualTo("Rain & <iron>, one");
        assertThat(data.path("url").asString()).isEqualTo(here);
        assertThat(data.path("mainEntityOfPage").path("@id").asString()).isEqualTo(here);
        assertThat(data.path("inLanguage").asString()).isEqualTo("ja");
        assertThat(LocalDate.parse(data.path("datePublished").asString())).isEqualTo("2026-05-01");
        assertThat(Instant.parse(data.path("dateModified").asString())).isAfter("2026-05-01T00:00:00Z");
        assertThat(data.path("author")).hasSize(2).allSatisfy(author -> {
            assertThat(author.path("@type").asString()).isEqualTo("Person");
            assertThat(reader.get(URI.create(author.path("url").asString()).getRawPath())
                            .statusCode())
                    .isEqualTo(200);
        });
        assertThat(data.path("publisher").path("@type").asString()).isEqualTo("Organization");
        assertThat(data.path("publisher").path("url").asString()).isEqualTo(site() + "/");
        assertThat(data.path("image").path(0).asString()).isEqualTo(site() + "/images/rain.png");
        assertThat(data.path("keywords").path(0).asString()).isEqualTo("Rain & iron");
        assertThat(data.path("timeRequired").asString()).isEqualTo("PT1M");
        assertThat(data.path("version").asInt()).isEqualTo(3);
        assertThat(data.path("correction")).hasSize(1);
        assertThat(data.path("correction").path(0).path("@type").asString()).isEqualTo("CorrectionComment");
        assertThat(data.path("correction").path(0).path("text").asString()).isEqualTo("It was </script> of 1926.");
        assertThat(structuredData("/posts/%E9%9B%A8%E3%81%AE%E6%97%A5/editions/1/")
                        .path("correction")
                        .isMissingNode())
                .isTrue();
    }

    private static JsonNode structuredData(String address) {
        var page = reader.get(address).body();
        int begin = page.indexOf("ld+json\">") + "ld+json\">".length();
        return JsonMapper.shared().readTree(page.substring(begin, page.indexOf("</script>", begin)));
    }

    @Test
    void a_link_to_a_post_can_be_shown_elsewhere() {
        var path = "/posts/%E9%9B%A8%E3%81%AE%E6%97%A5/";
        assertThat(List.of(path, path + "editions/1/"))
                .allSatisfy(address -> assertThat(reader.get(address).body())
                        .contains("<link rel=\"canonical\" href=\"" + site() + path + "\">")
                        .contains("<meta property=\"og:type\" content=\"article\">")
                        .contains("<meta property=\"og:title\" content=\"Rain &amp; &lt;iron&gt;, one\">")
                        .contains("<meta property=\"og:url\" content=\"" + site() + path + "\">")
                        .contains("<meta property=\"og:locale\" content=\"ja_JP\">")
                        .contains("<meta property=\"article:published_time\" content=\"2026-05-01\">")
                        .contains("<meta property=\"article:modified_time\" content=\"2026-05-04T")
                        .contains("<meta property=\"article:author\" content=\"" + site() + "/authors/emil/\">")
                        .contains("<meta property=\"article:tag\" content=\"雨\">")
                        .contains("<meta name=\"twitter:card\" content=\"summary_large_image\">")
                        .contains("<meta property=\"og:image\" content=\"" + site() + "/"));
    }

    @Test
    void each_edition_has_a_picture_for_as_long_as_readers_find_its_post() throws Exception {
        var post = Written.by(dora.person, "/posts/drawn/")
                .types(dora.person, 0, SOURCE.formatted("drawn"))
                .published(dora.person);
        service.happens(post);
        var picture = "/posts/drawn/editions/1.png";
        assertThat(reader.get(picture).statusCode()).isEqualTo(404);
        await().until(() -> reader.get("/posts/drawn/").statusCode() == 200);
        assertThat(reader.get("/posts/drawn/").body())
                .contains("<meta property=\"og:image\" content=\"" + site() + picture + "\">")
                .contains("<meta property=\"og:image:width\" content=\"1200\">");

        var answer = reader.bytes(picture);
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                .isEqualTo(1200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("immutable", "public"));
        var etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(reader.get(picture, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(reader.bytes(picture).body()).isEqualTo(answer.body());
        assertThat(reader.get("/posts/drawn/editions/2.png").statusCode()).isEqualTo(404);

        service.happens(post.withdrawn(dora.person));
        await().until(() -> reader.get(picture).statusCode() == 410);
        service.happens(post.published(dora.person));
        await().until(() -> reader.get(picture).statusCode() == 200);
        service.happens(post.deleted(dora.person));
        await().until(() -> reader.get(picture).statusCode() == 410);
    }

    @Test
    void who_has_a_page_and_knows_only_since_when_is_not_sent_it_again() throws Exception {
        for (var address : List.of(
                "/",
                "/tags/",
                "/tags/rain-iron/",
                "/archive/",
                "/index.xml",
                "/series/rain-by-rain/feed.json",
                "/sitemap.xml",
                "/robots.txt",
                "/posts/rain-two/",
                "/posts/rain-two/editions/1/")) {
            var page = reader.get(address);
            var modified = page.headers().firstValue("Last-Modified").orElseThrow();
            assertThat(reader.get(address, "If-Modified-Since", modified).statusCode())
                    .as(address)
                    .isEqualTo(304);
            assertThat(reader.get(address, "If-Modified-Since", "Thu, 01 Jan 2004 00:00:00 GMT")
                            .statusCode())
                    .as(address)
                    .isEqualTo(200);
            assertThat(reader.get(address, "If-Modified-Since", modified, "If-None-Match", "\"another\"")
                            .statusCode())
                    .as("%s, whose ETag is another one", address)
                    .isEqualTo(200);
        }
        var old = reader.get("/posts/rain-two/")
                .headers()
                .firstValue("Last-Modified")
                .orElseThrow();
        service.happens(Written.by(dora.person, "/posts/rain-three/")
                .types(dora.person, 0, SOURCE.formatted("three"))
                .published(dora.person));
        await().until(() -> reader.get("/posts/rain-three/").statusCode() == 200);
        assertThat(reader.get("/posts/rain-two/", "If-Modified-Since", old).statusCode())
                .as("what leads on to one more post")
                .isEqualTo(200);
    }

    private static String site() {
        return reader.site();
    }
}
