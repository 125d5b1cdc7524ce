package app.lookback.query.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Addresses as requests have them, and as they are told to machines. */
final class Addresses {

    private Addresses() {}

    /** What was asked for, decoded. */
    static String path(HttpServletRequest request) {
        return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
    }

    /** The beginning of every address of this site, without a slash at its end. */
    static String site(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    static String encoded(String path) {
        return UriComponentsBuilder.fromPath(path).encode().build().toUriString();
    }
}
