package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Readiness;
import app.lookback.query.platform.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What everyone may read: the list of posts, each post's newest edition, and each edition for ever. */
@RestController
class ReaderRoute {

    private static final Template HOME = Template.beside(ReaderRoute.class, "home.mustache");
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Editions editions;
    private final Readiness readiness;

    ReaderRoute(Editions editions, Readiness readiness) {
        this.editions = editions;
        this.readiness = readiness;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        return page(HOME.fill(Map.of("posts", editions.listed())), ASK_AGAIN);
    }

    @GetMapping("/posts/{slug}/")
    ResponseEntity<byte[]> newest(@PathVariable String slug, HttpServletRequest request) {
        return gone(slug).orElseGet(() -> orMissing(editions.newestPage(path(slug)), ASK_AGAIN, request));
    }

    @GetMapping("/posts/{slug}/editions/{number:[1-9][0-9]{0,8}}/")
    ResponseEntity<byte[]> numbered(@PathVariable String slug, @PathVariable int number, HttpServletRequest request) {
        return gone(slug).orElseGet(() -> orMissing(editions.page(path(slug), number), FOR_EVER, request));
    }

    private Optional<ResponseEntity<byte[]>> gone(String slug) {
        if (editions.deleted(path(slug))) {
            return Optional.of(MissingPage.deleted());
        }
        return editions.withdrawn(path(slug)) ? Optional.of(MissingPage.withdrawn()) : Optional.empty();
    }

    @GetMapping({"/posts/{slug}", "/posts/{slug}/editions/{number:[1-9][0-9]{0,8}}"})
    ResponseEntity<Void> withTheSlash(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(request.getRequestURI() + "/"))
                .build();
    }

    private static String path(String slug) {
        return "/posts/" + slug + "/";
    }

    private ResponseEntity<byte[]> orMissing(Optional<String> page, CacheControl caching, HttpServletRequest request) {
        return page.map(html -> page(html, caching)).orElseGet(() -> missing(request.getRequestURI()));
    }

    private ResponseEntity<byte[]> missing(String path) {
        return readiness.isFarBehind("editions") ? MissingPage.forNow() : MissingPage.at(path);
    }

    private static ResponseEntity<byte[]> page(String html, CacheControl caching) {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MissingPage.HTML)
                .cacheControl(caching)
                .eTag("\"" + Hash.sha256(bytes) + "\"")
                .body(bytes);
    }
}
