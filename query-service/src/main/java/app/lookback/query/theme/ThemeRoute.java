package app.lookback.query.theme;

import app.lookback.query.platform.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The theme's files for browsers, and what is wrong with it for administrators. */
@RestController
class ThemeRoute {

    private static final String ASSETS = "/assets/theme/";
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; sandbox";
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    record Answer(boolean set, long version, Collection<String> files, List<Fault> problems) {}

    private final Theme theme;

    ThemeRoute(Theme theme) {
        this.theme = theme;
    }

    @GetMapping("/api/theme")
    Answer theme() {
        return new Answer(theme.isSet(), theme.version(), theme.files(), theme.faults());
    }

    /** {@code v} is the hash with which pages ask for it. */
    @GetMapping("/assets/theme.css")
    ResponseEntity<byte[]> style(@RequestParam(defaultValue = "") String v) {
        return answer(Loaded.STYLE, v);
    }

    @GetMapping(ASSETS + "**")
    ResponseEntity<byte[]> asset(HttpServletRequest request) {
        var path = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        return answer("assets/" + path.substring(ASSETS.length()), "");
    }

    private ResponseEntity<byte[]> answer(String path, String hash) {
        var file = theme.file(path).orElseThrow(() -> new NotFound("The theme has no such file."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .cacheControl(file.hash().equals(hash) ? FOR_EVER : ASK_AGAIN)
                .header("Content-Security-Policy", POLICY)
                .eTag("\"" + file.hash() + "\"")
                .body(file.bytes());
    }
}
