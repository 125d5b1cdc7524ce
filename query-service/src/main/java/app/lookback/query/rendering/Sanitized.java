package app.lookback.query.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the sanitizer made of the newest pieces of HTML: from one rendering of a post to the next most of its blocks stay,
 * and the sanitizer is half the work. Threads may share it.
 */
final class Sanitized {

    private static final int PIECES = 2_000;
    private static final int LONGEST = 100_000;

    /** Of all pieces, before and after, in UTF-16 units. */
    private static final int UNITS = 16_000_000;

    private final UnaryOperator<String> sanitizer;
    private final Map<String, String> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            var full = size() > PIECES || units > UNITS;
            units -= full ? length(eldest.getKey(), eldest.getValue()) : 0;
            return full;
        }
    };
    private int units;

    Sanitized(UnaryOperator<String> sanitizer) {
        this.sanitizer = sanitizer;
    }

    String of(String html) {
        if (html.length() > LONGEST) {
            return sanitizer.apply(html);
        }
        var known = known(html);
        return known == null ? kept(html, sanitizer.apply(html)) : known;
    }

    private synchronized @Nullable String known(String html) {
        return newest.get(html);
    }

    private synchronized String kept(String html, String sanitized) {
        if (!newest.containsKey(html)) {
            units += length(html, sanitized);
            newest.put(html, sanitized);
        }
        return sanitized;
    }

    private static int length(String html, String sanitized) {
        return html.length() + sanitized.length();
    }
}
