package app.lookback.query.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sanitizer made of the newest pieces of HTML: from one rendering of a post to the next most of its blocks stay,
 * and the sanitizer is half the work. Threads may share it.
 */
final class Sanitized {

    /** With pieces of at most 4,000 units some 32 MB, were all of them as long as that. */
    private static final int PIECES = 2_000;

    private static final int LONGEST = 4_000;

    private final boolean rawHtml;
    private final Map<String, String> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > PIECES;
        }
    };

    Sanitized(boolean rawHtml) {
        this.rawHtml = rawHtml;
    }

    String of(String html) {
        if (html.length() > LONGEST) {
            return Sanitizer.sanitized(html, rawHtml);
        }
        var known = known(html);
        return known == null ? kept(html, Sanitizer.sanitized(html, rawHtml)) : known;
    }

    private synchronized @Nullable String known(String html) {
        return newest.get(html);
    }

    private synchronized String kept(String html, String sanitized) {
        newest.put(html, sanitized);
        return sanitized;
    }
}
