package app.lookback.query.cache;

import app.lookback.query.platform.Freshness;
import app.lookback.query.theme.Theme;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers readers at once with what was sent before, before anything else looks at the request. Kept is what says of
 * itself that it is for all and has a strong ETag, as long as this node has heard of nothing that could have changed it.
 */
final class PageCache extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final long MOST_BYTES =
            Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_ADDRESS = 500;

    /** What was made of views that a restored MongoDB has taken back is not told for longer. */
    private static final Duration LONGEST_TIME = Duration.ofMinutes(1);

    private static final List<String> NEVER = List.of("/api/", "/studio", "/actuator", "/error");

    private final transient Freshness freshness;
    private final transient Theme theme;
    private final transient Cache<String, Kept> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String address, Kept page) -> 2 * address.length() + page.size())
            .expireAfterWrite(LONGEST_TIME)
            .build();

    PageCache(Freshness freshness, Theme theme) {
        this.freshness = freshness;
        this.theme = theme;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayBeKept(request)) {
            answer(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean mayBeKept(HttpServletRequest request) {
        var path = request.getRequestURI();
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getQueryString() == null
                && request.getHeader(HttpHeaders.RANGE) == null
                && path.length() <= LONGEST_ADDRESS
                && isForReaders(path);
    }

    private static boolean isForReaders(String path) {
        for (var beginning : NEVER) {
            if (path.startsWith(beginning)) {
                return false;
            }
        }
        return true;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var made = Made.now(freshness, theme);
        var address = request.getRequestURL().toString();
        var known = made.isSettled() ? pages.getIfPresent(address) : null;
        if (known != null && known.made().equals(made)) {
            known.send(request, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Unconditional(request), answer);
        var page = kept(made, answer);
        if (page == null) {
            answer.copyBodyToResponse();
            return;
        }
        if (made.isSettled() && made.equals(Made.now(freshness, theme))) {
            pages.put(address, page);
        }
        response.reset();
        page.send(request, response);
    }

    /** Null where the answer is not for all, or not whole. */
    private static @Nullable Kept kept(Made made, ContentCachingResponseWrapper answer) {
        var caching = answer.getHeader(HttpHeaders.CACHE_CONTROL);
        var etag = answer.getHeader(HttpHeaders.ETAG);
        boolean mayBe = answer.getStatus() == HttpStatus.OK.value()
                && !answer.isCommitted()
                && caching != null
                && caching.contains("public")
                && etag != null
                && etag.startsWith("\"")
                && answer.getHeader(HttpHeaders.SET_COOKIE) == null
                && answer.getContentSize() > 0
                && answer.getContentSize() <= LONGEST;
        return mayBe ? Kept.of(made, answer, answer.getContentAsByteArray()) : null;
    }
}
