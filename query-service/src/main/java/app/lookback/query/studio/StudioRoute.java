package app.lookback.query.studio;

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
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; "
            + "style-src-attr 'unsafe-inline'; "
            + "img-src 'self' https: data: blob:; media-src 'self' https:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ClassPathResource page = new ClassPathResource("META-INF/resources/studio/index.html");

    @GetMapping({"/studio", "/studio/", "/studio/{screen:(?!assets$)[^.]*}", "/studio/{screen:(?!assets$)[^.]*}/**"})
    ResponseEntity<String> studio(CsrfToken token) throws IOException {
        token.getToken(); // to be asked for is what sets its cookie
        var nonce = nonce();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY.formatted(nonce))
                .body(page.getContentAsString(StandardCharsets.UTF_8).replace("__NONCE__", nonce));
    }

    private static String nonce() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
