package app.lookback.query.studio;

import app.lookback.query.platform.ContentPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The studio's one page, at each of its addresses, with a nonce of its own for the styles that the editor makes. */
@RestController
class StudioRoute {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final ContentPolicy policy;
    private final ClassPathResource page = new ClassPathResource("META-INF/resources/studio/index.html");

    StudioRoute(ContentPolicy policy) {
        this.policy = policy;
    }

    @GetMapping({"/studio", "/studio/", "/studio/{screen:(?!assets$)[^.]*}", "/studio/{screen:(?!assets$)[^.]*}/**"})
    ResponseEntity<String> studio(CsrfToken token) throws IOException {
        token.getToken(); // to be asked for is what sets its cookie
        var nonce = nonce();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy.ofStudio(nonce))
                .body(page.getContentAsString(StandardCharsets.UTF_8)
                        .replace("__NONCE__", nonce)
                        .replace("__IMAGES_FROM__", policy.imagesFrom()));
    }

    private static String nonce() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
