package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The braces at the end of a heading or of a fence.
 *
 * @param length of the text without them
 * @param values by their names, without id and class
 */
record Attributes(int length, @Nullable String id, List<String> classes, Map<String, String> values) {

    static final Attributes NONE = none(0);

    private static final String NAME = "[\\p{L}\\p{N}_:.-]{1,100}";
    private static final String VALUE =
            "\"[^\"\\n]{0,500}\"|'[^'\\n]{0,500}'|\\[[^\\]\\n]{0,500}\\]|[^\\s{}\\[\\]\"'=,]{1,500}";
    private static final Pattern ONE = Pattern.compile(
            "[\\s,]{0,20}(?:#(" + NAME + ")|\\.([\\p{L}\\p{N}_-]{1,100})|(" + NAME + ")=(" + VALUE + "))");
    private static final Pattern NOTHING = Pattern.compile("[\\s,]*");

    static Attributes of(String text) {
        var closed = text.stripTrailing();
        var open = closed.endsWith("}") ? closed.lastIndexOf('{') : -1;
        if (open < 0) {
            return none(text.length());
        }
        var attributes = read(closed.substring(open + 1, closed.length() - 1), open);
        return attributes == null ? none(text.length()) : attributes;
    }

    private static Attributes none(int length) {
        return new Attributes(length, null, List.of(), Map.of());
    }

    private static @Nullable Attributes read(String inside, int length) {
        var one = ONE.matcher(inside);
        var classes = new ArrayList<String>();
        var values = new LinkedHashMap<String, String>();
        var end = 0;
        while (one.region(end, inside.length()).lookingAt()) {
            if (one.group(1) != null) {
                values.put("id", one.group(1));
            } else if (one.group(2) != null) {
                classes.add(one.group(2));
            } else if (one.group(3).equals("class")) {
                classes.add(unquoted(one.group(4)));
            } else {
                values.put(one.group(3), unquoted(one.group(4)));
            }
            end = one.end();
        }
        var all = end > 0 && NOTHING.matcher(inside.substring(end)).matches();
        return all ? new Attributes(length, values.remove("id"), classes, values) : null;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") || value.startsWith("'") ? value.substring(1, value.length() - 1) : value;
    }
}
