package app.lookback.query.site;

import app.lookback.contract.PersonId;
import app.lookback.query.edition.Editions;
import app.lookback.query.library.Membership;
import app.lookback.query.media.Bytes;
import app.lookback.query.media.Media;
import app.lookback.query.media.Media.Image;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.Readiness;
import java.security.Principal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** An image: for all once an edition of its post shows it, before that only for the post's people. */
@RestController
class ImageRoute {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
    private static final CacheControl PUBLISHED =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl DRAFTED = CacheControl.noCache().cachePrivate();

    private final Media media;
    private final Editions editions;
    private final Membership membership;
    private final Bytes bytes;
    private final SiteFiles files;
    private final Readiness readiness;

    ImageRoute(
            Media media, Editions editions, Membership membership, Bytes bytes, SiteFiles files, Readiness readiness) {
        this.files = files;
        this.media = media;
        this.editions = editions;
        this.membership = membership;
        this.bytes = bytes;
        this.readiness = readiness;
    }

    @GetMapping("/images/{name}")
    ResponseEntity<byte[]> image(@PathVariable String name, @Nullable Principal who, WebRequest request) {
        var path = "/images/" + name;
        return media.find(path)
                .map(image -> image(image, who, request))
                .or(() -> files.at(path, who, request.getHeader(HttpHeaders.RANGE)))
                .orElseThrow(this::notThere);
    }

    private ResponseEntity<byte[]> image(Image image, @Nullable Principal who, WebRequest request) {
        boolean published = editions.show(image.post(), image.path());
        if (!published && !isOneOfThePostsPeople(who, image)) {
            throw notThere();
        }
        var etag = "\"" + image.sha256() + "\"";
        boolean known = request.checkNotModified(etag, image.added().toEpochMilli());
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(etag)
                .lastModified(image.added())
                .cacheControl(published ? PUBLISHED : DRAFTED)
                .header("Content-Security-Policy", POLICY);
        return known
                ? answer.build()
                : answer.contentType(MediaType.parseMediaType(image.mediaType()))
                        .body(bytesOf(image));
    }

    private boolean isOneOfThePostsPeople(@Nullable Principal who, Image image) {
        return who != null && membership.mayRead(image.post(), new PersonId(who.getName()));
    }

    private byte[] bytesOf(Image image) {
        return bytes.of(image.sha256()).orElseThrow(ImageRoute::unknown);
    }

    private RuntimeException notThere() {
        return readiness.isFarBehind("media", "editions", "library") ? new BeingRebuilt() : unknown();
    }

    private static NotFound unknown() {
        return new NotFound("There is no such image.");
    }
}
