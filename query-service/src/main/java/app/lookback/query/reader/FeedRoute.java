package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Published;
import app.lookback.query.edition.Taxonomy;
import app.lookback.query.edition.Told;
import app.lookback.query.platform.Blog;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    private static final MediaType RSS = type("rss+xml");
    private static final MediaType ATOM = type("atom+xml");
    private static final MediaType JSON = type("feed+json");

    /** Links of a page to its own site, which a feed's reader cannot follow as they are. */
    private static final Pattern OWN_LINK = Pattern.compile("((?:href|src)=\")(/(?!/))");

    private final Listed listed;
    private final Editions editions;
    private final AnyAddress any;
    private final Blog blog;

    FeedRoute(Listed listed, Editions editions, AnyAddress any, Blog blog) {
        this.listed = listed;
        this.editions = editions;
        this.any = any;
        this.blog = blog;
    }

    @GetMapping({"/index.xml", "/posts/index.xml"})
    ResponseEntity<byte[]> rss(HttpServletRequest request) {
        return Page.text(Syndication.RSS.write(all(request)), RSS);
    }

    @GetMapping("/{taxonomy:tags|categories|series|authors}/{term}/index.xml")
    ResponseEntity<byte[]> rss(@PathVariable String taxonomy, @PathVariable String term, HttpServletRequest request) {
        var found = listed.page(Taxonomy.of(taxonomy).orElseThrow(), term, 1).posts();
        if (found.isEmpty()) {
            return any.answer(request);
        }
        var feed = feed("%s: %s".formatted(blog.title(), term), "/%s/%s/".formatted(taxonomy, term), found, request);
        return Page.text(Syndication.RSS.write(feed), RSS);
    }

    @GetMapping("/atom.xml")
    ResponseEntity<byte[]> atom(HttpServletRequest request) {
        return Page.text(Syndication.ATOM.write(all(request)), ATOM);
    }

    @GetMapping("/feed.json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        return Page.text(JsonMapper.shared().writeValueAsString(JsonFeed.of(all(request))), JSON);
    }

    private Feed all(HttpServletRequest request) {
        return feed(blog.title(), "/", listed.page(1).posts(), request);
    }

    private Feed feed(String title, String page, List<Published> found, HttpServletRequest request) {
        var site = Addresses.site(request);
        return new Feed(
                title,
                blog.description(),
                site + Addresses.encoded(page),
                site + request.getRequestURI(),
                found.stream().map(Published::updated).max(Instant::compareTo).orElse(Instant.EPOCH),
                found.stream().map(post -> entry(post, site)).toList());
    }

    private Feed.Entry entry(Published post, String site) {
        return new Feed.Entry(
                post.card(),
                site + Addresses.encoded(post.firstPath()),
                site + Addresses.encoded(post.path()),
                LocalDate.parse(post.card().date()).atStartOfDay(ZoneOffset.UTC).toInstant(),
                post.updated().truncatedTo(ChronoUnit.SECONDS),
                said(post) + OWN_LINK.matcher(editions.html(post)).replaceAll("$1" + site + "$2"));
    }

    /** Above what was updated, how. */
    private static String said(Published post) {
        var told = Told.of(post.update());
        return told == null
                ? ""
                : "<p><strong>%s</strong> %s</p>".formatted(told.kind(), HtmlUtils.htmlEscape(told.note()));
    }

    private static MediaType type(String subtype) {
        return new MediaType("application", subtype, StandardCharsets.UTF_8);
    }
}
