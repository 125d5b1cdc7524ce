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
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The newest posts for machines, whole: as RSS where Hugo has it, as Atom and as JSON Feed. */
@RestController
class FeedRoute {

    private static final MediaType RSS = type("rss+xml");
    private static final MediaType ATOM = type("atom+xml");
    private static final MediaType JSON = type("feed+json");

    /** Links of a page to its own site, which a feed's reader cannot follow as they are. */
    private static final Pattern OWN_LINK = Pattern.compile("((?:href|src)=\")(/(?!/))");

    private static final String TERM = "/{taxonomy:tags|categories|series|authors}/{term}/";

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
        return whole(RssFeed::write, RSS, request);
    }

    @GetMapping({"/atom.xml", "/posts/atom.xml"})
    ResponseEntity<byte[]> atom(HttpServletRequest request) {
        return whole(AtomFeed::write, ATOM, request);
    }

    @GetMapping({"/feed.json", "/posts/feed.json"})
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        return whole(JsonFeed::write, JSON, request);
    }

    @GetMapping(TERM + "index.xml")
    ResponseEntity<byte[]> rss(@PathVariable String taxonomy, @PathVariable String term, HttpServletRequest request) {
        return ofTerm(taxonomy, term, RssFeed::write, RSS, request);
    }

    @GetMapping(TERM + "atom.xml")
    ResponseEntity<byte[]> atom(@PathVariable String taxonomy, @PathVariable String term, HttpServletRequest request) {
        return ofTerm(taxonomy, term, AtomFeed::write, ATOM, request);
    }

    @GetMapping(TERM + "feed.json")
    ResponseEntity<byte[]> json(@PathVariable String taxonomy, @PathVariable String term, HttpServletRequest request) {
        return ofTerm(taxonomy, term, JsonFeed::write, JSON, request);
    }

    private ResponseEntity<byte[]> whole(Function<Feed, String> form, MediaType type, HttpServletRequest request) {
        var changed = listed.changed();
        var feed = feed(blog.title(), "/", listed.page(1).posts(), request);
        return Page.text(form.apply(feed), type, changed);
    }

    private ResponseEntity<byte[]> ofTerm(
            String taxonomy, String slug, Function<Feed, String> form, MediaType type, HttpServletRequest request) {
        var which = Taxonomy.of(taxonomy).orElseThrow();
        var changed = listed.changed();
        var found = listed.page(which, slug, 1).posts();
        if (found.isEmpty()) {
            return any.answer(request);
        }
        var name = found.get(0).card().term(which, slug).name();
        var page = "/%s/%s/".formatted(taxonomy, slug);
        return Page.text(form.apply(feed("%s: %s".formatted(blog.title(), name), page, found, request)), type, changed);
    }

    private Feed feed(String title, String page, List<Published> found, HttpServletRequest request) {
        var site = Addresses.site(request);
        return new Feed(
                title,
                blog.description(),
                blog.title(),
                site + Addresses.encoded(page),
                site + request.getRequestURI(),
                found.stream()
                        .map(post -> post.updated().truncatedTo(ChronoUnit.SECONDS))
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH),
                found.stream().map(post -> entry(post, site)).toList());
    }

    private Feed.Entry entry(Published post, String site) {
        return new Feed.Entry(
                post.post(),
                post.card(),
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
