package app.lookback.query.reader;

import app.lookback.query.platform.Hash;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer that a browser which has it already is not sent again. */
final class Page {

    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    private Page() {}

    /** It may be another one at the next time. */
    static ResponseEntity<byte[]> newest(String html) {
        return of(html, MissingPage.HTML, ASK_AGAIN);
    }

    static ResponseEntity<byte[]> text(String text, MediaType type) {
        return of(text, type, ASK_AGAIN);
    }

    private static ResponseEntity<byte[]> of(String text, MediaType type, CacheControl caching) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(caching)
                .eTag("\"" + Hash.sha256(bytes) + "\"")
                .body(bytes);
    }
}
