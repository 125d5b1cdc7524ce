package app.lookback.query.reader;

import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Listed.Counted;
import app.lookback.query.edition.Taxonomies;
import app.lookback.query.platform.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What tells search engines which pages there are. */
@RestController
class MapRoute {

    private static final Template SITEMAP = Template.beside(MapRoute.class, "sitemap.mustache");
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private static final Instant STARTED = Instant.now();

    private record Entry(String address, boolean hasChanged, String changed) {}

    private record Values(List<Entry> pages) {}

    private final Listed listed;
    private final Taxonomies taxonomies;

    MapRoute(Listed listed, Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
        this.listed = listed;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
        var changed = listed.changed();
        var site = Addresses.site(request);
        var posts = listed.all().stream()
                .map(post -> new Entry(
                        site + Addresses.encoded(post.path()),
                        true,
                        post.updated().toString()));
        var terms = listed.terms(taxonomies.all()).stream()
                .map(Counted::path)
                .map(path -> new Entry(site + path, false, ""));
        var pages = Stream.of(Stream.of(new Entry(site + "/", false, "")), posts, terms)
                .flatMap(one -> one)
                .toList();
        return Page.text(SITEMAP.fill(new Values(pages)), XML, changed);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        return Page.text("""
                User-agent: *
                Disallow: /api/
                Disallow: /studio/

                Sitemap: %s/sitemap.xml
                """.formatted(Addresses.site(request)), TEXT, STARTED);
    }
}
