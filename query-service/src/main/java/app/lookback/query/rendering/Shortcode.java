package app.lookback.query.rendering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A call of a Hugo template in a source.
 *
 * @param markdown whether what it yields is Markdown again: written with percent signs
 * @param positional its values without names, in order
 * @param named its values with names
 * @param bare the names, or places from 0, of the values that stand without quotes
 * @param ordinal which it is among the shortcodes of what it stands in, from 0
 * @param inner what stands between it and its end, or null if it has none
 * @param source all of it, as written
 */
record Shortcode(
        String name,
        boolean markdown,
        List<String> positional,
        Map<String, String> named,
        Set<String> bare,
        int ordinal,
        @Nullable String inner,
        String source) {

    /** Stands where something invisible parts the text. */
    static final Shortcode NOTHING = of("", List.of(), "");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern FRACTION = Pattern.compile("-?[0-9]{1,18}\\.[0-9]{1,18}");

    /** One that no author wrote as such. */
    static Shortcode of(String name, List<String> values, String source) {
        return new Shortcode(name, false, values, Map.of(), Set.of(), 0, null, source);
    }

    /** As what Hugo takes a value that stands without quotes: yes or no, a number, or text. */
    static Object typed(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        if (WHOLE.matcher(value).matches()) {
            return Long.valueOf(value);
        }
        return FRACTION.matcher(value).matches() ? Double.valueOf(value) : value;
    }

    List<Object> typedPositional() {
        return IntStream.range(0, positional.size())
                .mapToObj(at -> typed(String.valueOf(at), positional.get(at)))
                .toList();
    }

    Map<String, Object> typedNamed() {
        var typed = new TreeMap<String, Object>();
        named.forEach((name, value) -> typed.put(name, typed(name, value)));
        return typed;
    }

    private Object typed(String key, String value) {
        return bare.contains(key) ? typed(value) : value;
    }

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
