package app.lookback.query.live;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Whether a page of this very site asks. A WebSocket is exempt from the browser's same-origin policy and carries the
 * cookie nevertheless, so the server has to look at the Origin itself (RFC 6455, section 10.2).
 */
final class SiteOrigin {

    private SiteOrigin() {}

    /** The host and port as the request says them; forwarded headers count where the server is set up to trust them. */
    static boolean isOwn(HttpServletRequest request) {
        var origin = parsed(request.getHeader(HttpHeaders.ORIGIN));
        return origin != null
                && origin.getHost() != null
                && origin.getHost().equalsIgnoreCase(request.getServerName())
                && port(origin.getScheme(), origin.getPort()) == port(request.getScheme(), request.getServerPort())
                && isNoWeaker(origin.getScheme(), request);
    }

    private static @Nullable URI parsed(@Nullable String origin) {
        try {
            return origin == null ? null : new URI(origin);
        } catch (URISyntaxException notAnOrigin) {
            return null;
        }
    }

    /** The port, or -1 for the usual one of its scheme. */
    private static int port(@Nullable String scheme, int port) {
        boolean usual =
                "http".equalsIgnoreCase(scheme) && port == 80 || "https".equalsIgnoreCase(scheme) && port == 443;
        return usual ? -1 : port;
    }

    /** Encryption may end at a proxy before us, so that an https page is seen to ask by http; never the other way. */
    private static boolean isNoWeaker(@Nullable String scheme, HttpServletRequest request) {
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) && !request.isSecure();
    }
}
