package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.platform.Readiness;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What stands at the addresses of posts: each post's newest edition, and each edition for ever. */
@Component
class PostPages {

    private static final Pattern EDITION = Pattern.compile("(/.+/)editions/([1-9][0-9]{0,8})/");

    private final Editions editions;
    private final Readiness readiness;
    private final MissingPage missing;

    PostPages(Editions editions, Readiness readiness, MissingPage missing) {
        this.editions = editions;
        this.readiness = readiness;
        this.missing = missing;
    }

    /** A post, an edition of it, or nothing. */
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
                                .map(html -> Page.forEver(html))
                        : editions.newestPage(post).map(html -> Page.newest(html)))
                .orElseGet(() -> missing(address));
    }

    /** Each post has one address: in lower case, and with a slash at its end. */
    private static String path(String address) {
        var path = Normalizer.normalize(address, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return path.endsWith("/") ? path : path + "/";
    }

    private static ResponseEntity<byte[]> moved(String path) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(Addresses.encoded(path)))
                .build();
    }

    private Optional<ResponseEntity<byte[]>> gone(String post) {
        if (editions.deleted(post)) {
            return Optional.of(missing.deleted());
        }
        return editions.withdrawn(post) ? Optional.of(missing.withdrawn()) : Optional.empty();
    }

    private ResponseEntity<byte[]> missing(String address) {
        return readiness.isFarBehind("editions") ? missing.forNow() : missing.at(address);
    }
}
