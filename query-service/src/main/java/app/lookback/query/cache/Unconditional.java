package app.lookback.query.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request for the whole answer, whatever who asks has of it. */
final class Unconditional extends HttpServletRequestWrapper {

    private static final Set<String> CONDITIONS = Set.of(
            HttpHeaders.IF_NONE_MATCH.toLowerCase(Locale.ROOT), HttpHeaders.IF_MODIFIED_SINCE.toLowerCase(Locale.ROOT));

    Unconditional(HttpServletRequest request) {
        super(request);
    }

    /** HEAD is answered as GET; its body is left out where it is sent. */
    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isCondition(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
        return isCondition(name) ? -1 : super.getDateHeader(name);
    }

    private static boolean isCondition(String name) {
        return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
    }
}
