package app.lookback.query.reader;

import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import app.lookback.query.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What someone gets who follows an address to nothing. */
@Component
class MissingPage {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final Template MISSING = Template.beside(MissingPage.class, "missing.mustache");
    private static final Template REBUILT = Template.beside(MissingPage.class, "rebuilt.mustache");

    private static final Template GONE = Template.beside(MissingPage.class, "gone.mustache");

    private final Blog blog;
    private final Theme theme;

    MissingPage(Blog blog, Theme theme) {
        this.theme = theme;
        this.blog = blog;
    }

    /** While the editions are being rebuilt nobody can say that there is none. */
    ResponseEntity<byte[]> forNow() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(theme.fill(REBUILT, Map.of("blog", blog.title())).getBytes(StandardCharsets.UTF_8));
    }

    /** Its authors took it back; they may publish it again. */
    ResponseEntity<byte[]> withdrawn() {
        return gone("withdrawn", "It was here, and its authors have taken it back. They may publish it again.");
    }

    ResponseEntity<byte[]> deleted() {
        return gone("deleted", "It was here, and is not any more.");
    }

    private ResponseEntity<byte[]> gone(String how, String sentence) {
        return ResponseEntity.status(HttpStatus.GONE)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(theme.fill(GONE, Map.of("blog", blog.title(), "how", how, "sentence", sentence))
                        .getBytes(StandardCharsets.UTF_8));
    }

    ResponseEntity<byte[]> at(String path) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(bytes(path));
    }

    private byte[] bytes(String path) {
        return theme.fill(MISSING, Map.of("blog", blog.title(), "path", path)).getBytes(StandardCharsets.UTF_8);
    }
}
