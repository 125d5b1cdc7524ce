package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Published;
import app.lookback.query.edition.Taxonomy;
import app.lookback.query.edition.Told;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** The newest posts for machines, whole: as RSS where Hugo has it, as Atom and as JSON Feed. */
@RestController
class FeedRoute {

    private static final Template RSS = Template.beside(FeedRoute.class, "rss.mustache");
    private static final Template ATOM = Template.beside(FeedRoute.class, "atom.mustache");
    private static final MediaType RSS_XML = type("rss+xml");
    private static final MediaType ATOM_XML = type("atom+xml");
    private static final MediaType FEED_JSON = type("feed+json");
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** Links of a page to its own site, which a feed's reader cannot follow as they are. */
    private static final Pattern OWN_LINK = Pattern.compile("((?:href|src)=\")(/(?!/))");

    /** What XML has no place for, however it is written. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private record Entry(
            String title,
            String link,
            String language,
            String published,
            String updated,
            List<String> authors,
            List<String> tags,
            boolean hasSummary,
            String summary,
            String html) {}

    private record Feed(
            String title, String description, String page, String self, String updated, List<Entry> posts) {}

    private final Listed listed;
    private final Editions editions;
    private final PostPages posts;
    private final Blog blog;

    FeedRoute(Listed listed, Editions editions, PostPages posts, Blog blog) {
        this.listed = listed;
        this.editions = editions;
        this.posts = posts;
        this.blog = blog;
    }

    @GetMapping({"/index.xml", "/posts/index.xml"})
    ResponseEntity<byte[]> rss(HttpServletRequest request) {
        return rss(blog.title(), "/", listed.page(1).posts(), request);
    }

    @GetMapping("/{taxonomy:tags|categories|series|authors}/{term}/index.xml")
    ResponseEntity<byte[]> rss(@PathVariable String taxonomy, @PathVariable String term, HttpServletRequest request) {
        var found = listed.page(Taxonomy.of(taxonomy).orElseThrow(), term, 1).posts();
        return found.isEmpty()
                ? posts.at(Addresses.path(request))
                : rss("%s: %s".formatted(blog.title(), term), "/%s/%s/".formatted(taxonomy, term), found, request);
    }

    private ResponseEntity<byte[]> rss(String title, String page, List<Published> found, HttpServletRequest request) {
        return Page.text(RSS.fill(feed(title, page, found, FeedRoute::rfc1123, request)), RSS_XML);
    }

    @GetMapping("/atom.xml")
    ResponseEntity<byte[]> atom(HttpServletRequest request) {
        var feed = feed(blog.title(), "/", listed.page(1).posts(), Instant::toString, request);
        return Page.text(ATOM.fill(feed), ATOM_XML);
    }

    @GetMapping("/feed.json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        var feed = feed(blog.title(), "/", listed.page(1).posts(), Instant::toString, request);
        var told = Map.of(
                "version",
                "https://jsonfeed.org/version/1.1",
                "title",
                feed.title(),
                "description",
                feed.description(),
                "home_page_url",
                feed.page(),
                "feed_url",
                feed.self(),
                "items",
                feed.posts().stream().map(FeedRoute::item).toList());
        return Page.text(JsonMapper.shared().writeValueAsString(told), FEED_JSON);
    }

    private static Map<String, Object> item(Entry entry) {
        return Map.of(
                "id",
                entry.link(),
                "url",
                entry.link(),
                "title",
                entry.title(),
                "language",
                entry.language(),
                "summary",
                entry.summary(),
                "content_html",
                entry.html(),
                "date_published",
                entry.published(),
                "date_modified",
                entry.updated(),
                "tags",
                entry.tags(),
                "authors",
                entry.authors().stream().map(name -> Map.of("name", name)).toList());
    }

    private interface Clock {
        String told(Instant at);
    }

    private Feed feed(String title, String page, List<Published> found, Clock clock, HttpServletRequest request) {
        var site = Addresses.site(request);
        var updated =
                found.stream().map(Published::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Feed(
                clean(title),
                clean(blog.description()),
                site + Addresses.encoded(page),
                site + request.getRequestURI(),
                clock.told(updated.truncatedTo(ChronoUnit.SECONDS)),
                found.stream().map(post -> entry(post, site, clock)).toList());
    }

    private Entry entry(Published post, String site, Clock clock) {
        var card = post.card();
        var day = LocalDate.parse(card.date()).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Entry(
                clean(card.title()),
                site + Addresses.encoded(post.path()),
                card.language(),
                clock.told(day),
                clock.told(post.updated().truncatedTo(ChronoUnit.SECONDS)),
                card.authors().stream().map(FeedRoute::clean).toList(),
                card.tags().stream().map(FeedRoute::clean).toList(),
                !card.summary().isEmpty(),
                clean(card.summary()),
                clean(said(post) + OWN_LINK.matcher(editions.html(post)).replaceAll("$1" + site + "$2")));
    }

    /** Above what was updated, how. */
    private static String said(Published post) {
        var told = Told.of(post.update());
        return told == null
                ? ""
                : "<p><strong>%s</strong> %s</p>".formatted(told.kind(), HtmlUtils.htmlEscape(told.note()));
    }

    private static String clean(String text) {
        return NO_XML.matcher(text).replaceAll("");
    }

    private static String rfc1123(Instant at) {
        return RFC_1123.format(at.atOffset(ZoneOffset.UTC));
    }

    private static MediaType type(String subtype) {
        return new MediaType("application", subtype, StandardCharsets.UTF_8);
    }
}
