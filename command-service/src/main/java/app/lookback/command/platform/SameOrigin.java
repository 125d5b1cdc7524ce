package app.lookback.command.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what a browser says another site's page has sent; what says nothing is left to the CSRF token. */
final class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (fromElsewhere(request)) {
            Denied.answer(response, Problem.of(new ForeignOrigin()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null && !OURS.contains(site)
                || origin != null && !authority(origin).equals(request.getHeader(HttpHeaders.HOST));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
