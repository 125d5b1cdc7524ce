package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Readiness;
import app.lookback.query.platform.Template;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What everyone may read: the list of posts, each post's newest edition, and each edition for ever. */
@RestController
class ReaderRoute {

    private static final Template HOME = Template.beside(ReaderRoute.class, "home.mustache");
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Pattern EDITION = Pattern.compile("(/.+/)editions/([1-9][0-9]{0,8})/");

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

    /** What stands at any other address: a post, an edition of it, or nothing. */
    ResponseEntity<byte[]> at(String address) {
        var path = path(address);
        var edition = EDITION.matcher(path);
        var post = edition.matches() ? edition.group(1) : path;
        if (editions.newest(post) == 0) {
            return missing(address);
        }
        if (!path.equals(address)) {
            return moved(path);
        }
        return gone(post)
                .or(() -> edition.matches()
                        ? editions.page(post, Integer.parseInt(edition.group(2)))
                                .map(html -> page(html, FOR_EVER))
                        : editions.newestPage(post).map(html -> page(html, ASK_AGAIN)))
                .orElseGet(() -> missing(address));
    }

    /** Each post has one address: in lower case, and with a slash at its end. */
    private static String path(String address) {
        var path = Normalizer.normalize(address, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return path.endsWith("/") ? path : path + "/";
    }

    private static ResponseEntity<byte[]> moved(String path) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(
                        UriComponentsBuilder.fromPath(path).encode().build().toUriString()))
                .build();
    }

    private Optional<ResponseEntity<byte[]>> gone(String post) {
        if (editions.deleted(post)) {
            return Optional.of(MissingPage.deleted());
        }
        return editions.withdrawn(post) ? Optional.of(MissingPage.withdrawn()) : Optional.empty();
    }

    private ResponseEntity<byte[]> missing(String address) {
        return readiness.isFarBehind("editions") ? MissingPage.forNow() : MissingPage.at(address);
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
