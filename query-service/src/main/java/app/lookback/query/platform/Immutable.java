package app.lookback.query.platform;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** An answer that will never be another one: a browser need not ask twice, unless someone else signs in there. */
public final class Immutable {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private Immutable() {}

    public static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .varyBy(HttpHeaders.COOKIE);
    }
}
