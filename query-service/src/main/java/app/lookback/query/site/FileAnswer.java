package app.lookback.query.site;

import app.lookback.query.site.Site.SiteFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as it is sent: never as a page, never able to run anything, and a part of it where a part is asked for. */
final class FileAnswer {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
    private static final CacheControl FOR_ALL =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final CacheControl FOR_SOME = CacheControl.noCache().cachePrivate();

    private FileAnswer() {}

    static ResponseEntity<byte[]> of(SiteFile file, byte[] bytes, boolean forAll, @Nullable String range) {
        var headers = new HttpHeaders();
        headers.setETag("\"" + file.sha256() + "\"");
        headers.setLastModified(file.at());
        headers.setCacheControl(forAll ? FOR_ALL : FOR_SOME);
        headers.setContentType(type(file.mediaType()));
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (file.mediaType().equals(MediaType.APPLICATION_OCTET_STREAM_VALUE)) {
            var name = file.path().substring(file.path().lastIndexOf('/') + 1);
            headers.setContentDisposition(ContentDisposition.attachment()
                    .filename(name, StandardCharsets.UTF_8)
                    .build());
        }
        var asked = parts(range);
        return asked.size() == 1
                ? part(asked.get(0), bytes, headers)
                : new ResponseEntity<>(bytes, headers, HttpStatus.OK);
    }

    private static MediaType type(String mediaType) {
        var type = MediaType.parseMediaType(mediaType);
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    /** What cannot be understood is not asked for (RFC 9110, 14.2). */
    private static List<HttpRange> parts(@Nullable String range) {
        try {
            return HttpRange.parseRanges(range);
        } catch (IllegalArgumentException noRange) {
            return List.of();
        }
    }

    private static ResponseEntity<byte[]> part(HttpRange range, byte[] bytes, HttpHeaders headers) {
        long from = range.getRangeStart(bytes.length);
        long to = range.getRangeEnd(bytes.length);
        if (from >= bytes.length || from > to) {
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes.length);
            return new ResponseEntity<>(new byte[0], headers, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        }
        headers.set(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, to, bytes.length));
        return new ResponseEntity<>(
                Arrays.copyOfRange(bytes, (int) from, (int) to + 1), headers, HttpStatus.PARTIAL_CONTENT);
    }
}
