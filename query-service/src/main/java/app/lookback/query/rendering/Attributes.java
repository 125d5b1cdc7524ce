package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The braces at the end of a heading or of a fence, of which an id and classes are kept and all else is left out.
 *
 * @param length of the text without them
 */
record Attributes(int length, @Nullable String id, List<String> classes) {

    private static final String NAME = "[\\p{L}\\p{N}_:.-]{1,100}";
    private static final String VALUE = "(?:\"[^\"\\n]{0,500}\"|'[^'\\n]{0,500}'|[^\\s{}\"'=]{1,500})";
    private static final Pattern ONE =
            Pattern.compile("\\s{0,20}(?:#(" + NAME + ")|\\.([\\p{L}\\p{N}_-]{1,100})|(" + NAME + ")=(" + VALUE + "))");

    static Attributes of(String text) {
        var closed = text.stripTrailing();
        var open = closed.endsWith("}") ? closed.lastIndexOf('{') : -1;
        if (open < 0) {
            return new Attributes(text.length(), null, List.of());
        }
        var attributes = read(closed.substring(open + 1, closed.length() - 1), open);
        return attributes == null ? new Attributes(text.length(), null, List.of()) : attributes;
    }

    private static @Nullable Attributes read(String inside, int length) {
        var one = ONE.matcher(inside);
        var classes = new ArrayList<String>();
        String id = null;
        var end = 0;
        while (one.region(end, inside.length()).lookingAt()) {
            id = "id".equals(one.group(3)) ? unquoted(one.group(4)) : one.group(1) != null ? one.group(1) : id;
            if (one.group(2) != null) {
                classes.add(one.group(2));
            } else if ("class".equals(one.group(3))) {
                classes.add(unquoted(one.group(4)));
            }
            end = one.end();
        }
        return end > 0 && inside.substring(end).isBlank() ? new Attributes(length, id, classes) : null;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") || value.startsWith("'") ? value.substring(1, value.length() - 1) : value;
    }
}
