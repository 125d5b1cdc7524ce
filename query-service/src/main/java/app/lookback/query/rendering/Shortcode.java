package app.lookback.query.rendering;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a Hugo template in a source.
 *
 * @param markdown whether what it yields is Markdown again: written with percent signs
 * @param positional its values without names, in order
 * @param named its values with names
 * @param inner what stands between it and its end, or null if it has none
 * @param source all of it, as written
 */
record Shortcode(
        String name,
        boolean markdown,
        List<String> positional,
        Map<String, String> named,
        @Nullable String inner,
        String source) {

    /** Stands where something invisible parts the text. */
    static final Shortcode NOTHING = new Shortcode("", false, List.of(), Map.of(), null, "");

    String value(String name, int position) {
        var byName = named.get(name);
        return byName != null ? byName : position < positional.size() ? positional.get(position) : "";
    }

    /** The first of its tags, as written. */
    String opening() {
        return inner == null ? source : source.substring(0, source.indexOf(inner, source.indexOf("}}")));
    }

    String value(String name) {
        return named.getOrDefault(name, "");
    }
}
