package app.lookback.query.reader;

import app.lookback.query.edition.Leaf;
import app.lookback.query.platform.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer that a browser which has it already is not sent again. */
final class Page {

    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    private Page() {}

    /** It may be another one at the next time. */
    static ResponseEntity<byte[]> newest(Leaf leaf) {
        return of(leaf.html(), MissingPage.HTML, leaf.changed());
    }

    static ResponseEntity<byte[]> text(String text, MediaType type, Instant changed) {
        return of(text, type, changed);
    }

    private static ResponseEntity<byte[]> of(String text, MediaType type, Instant changed) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(ASK_AGAIN)
                .lastModified(wholeSecond(changed))
                .eTag("\"" + Hash.sha256(bytes) + "\"")
                .body(bytes);
    }

    /** The next one: of two changes in one second, whoever has what was between them is sent the other one too. */
    private static Instant wholeSecond(Instant changed) {
        return changed.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    }
}
