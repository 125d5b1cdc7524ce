package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One pair of double braces in a source, with what stands in it.
 *
 * @param escaped what an author wrote to show a shortcode, not to call it; then {@code name} is the text to show
 */
record ShortcodeTag(
        int start,
        int end,
        String name,
        boolean markdown,
        boolean closing,
        boolean selfClosing,
        boolean escaped,
        List<String> positional,
        Map<String, String> named,
        Set<String> bare) {

    private static final Pattern NAME = Pattern.compile("\\s*+(/?)\\s*+([\\p{L}\\p{N}_][\\p{L}\\p{N}_./-]{0,99}+)");
    private static final Pattern VALUE = Pattern.compile(
            "\"((?:[^\"\\\\]|\\\\.)*+)\"|`([^`]*+)`|([^\\s\"`=<>%}/]++(?:/(?![>%]\\}\\})[^\\s\"`=<>%}/]*+)*+|/(?![>%]\\}\\})[^\\s\"`=<>%}]*+)",
            Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\\s*+([\\p{L}\\p{N}_-]{1,100}+)\\s*+=\\s*+");
    private static final Pattern SPACE = Pattern.compile("\\s*+");

    /** The longest tag, in UTF-16 units, its ends included. */
    private static final int BOUND = 20_000;

    /** The tag that opens at {@code start}, where two braces stand; null if it is none. */
    static @Nullable ShortcodeTag at(String text, int start) {
        var mark = text.charAt(start + 2);
        if (mark != '<' && mark != '%') {
            return null;
        }
        if (text.startsWith("/*", start + 3)) {
            return escaped(text, start, mark == '%');
        }
        var name = NAME.matcher(text).region(start + 3, Math.min(text.length(), start + BOUND));
        return name.lookingAt()
                ? called(text, start, mark == '%', name.group(1).isEmpty(), name.group(2), name.end())
                : null;
    }

    private static @Nullable ShortcodeTag escaped(String text, int start, boolean markdown) {
        var close = markdown ? "*/%}}" : "*/>}}";
        var end = text.substring(start, Math.min(text.length(), start + BOUND)).indexOf(close, 5);
        if (end < 0) {
            return null;
        }
        var shown = text.substring(start, start + 3) + text.substring(start + 5, start + end) + close.substring(2);
        var past = start + end + close.length();
        return new ShortcodeTag(start, past, shown, markdown, false, false, true, List.of(), Map.of(), Set.of());
    }

    private static @Nullable ShortcodeTag called(
            String text, int start, boolean markdown, boolean opening, String name, int from) {
        var positional = new ArrayList<String>();
        var named = new LinkedHashMap<String, String>();
        var bare = new HashSet<String>();
        var at = values(text, from, positional, named, bare);
        var selfClosing = text.startsWith("/", at);
        var close = markdown ? "%}}" : ">}}";
        at += selfClosing ? 1 : 0;
        return text.startsWith(close, at)
                ? new ShortcodeTag(start, at + 3, name, markdown, !opening, selfClosing, false, positional, named, bare)
                : null;
    }

    private static int values(
            String text, int from, List<String> positional, Map<String, String> named, Set<String> bare) {
        var key = KEY.matcher(text);
        var value = VALUE.matcher(text);
        var at = skipSpace(text, from);
        while (at < text.length()) {
            var hasKey = key.region(at, text.length()).lookingAt();
            if (!value.region(hasKey ? key.end() : at, text.length()).lookingAt()) {
                return at;
            }
            if (value.group(3) != null) {
                bare.add(hasKey ? key.group(1) : String.valueOf(positional.size()));
            }
            if (hasKey) {
                named.putIfAbsent(key.group(1), unquoted(value));
            } else {
                positional.add(unquoted(value));
            }
            at = skipSpace(text, value.end());
        }
        return at;
    }

    private static String unquoted(Matcher value) {
        if (value.group(1) != null) {
            return value.group(1).replace("\\\"", "\"").replace("\\\\", "\\").replace("\\n", "\n");
        }
        return value.group(2) != null ? value.group(2) : value.group(3);
    }

    private static int skipSpace(String text, int from) {
        var space = SPACE.matcher(text).region(from, text.length());
        return space.lookingAt() ? space.end() : from;
    }
}
