package app.lookback.query.rendering;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How code is shown, by the options of Hugo's highlighting: with line numbers, some lines marked, within a line of text. */
record CodeOptions(Numbers numbers, int firstNumber, BitSet marked, boolean inline) {

    enum Numbers {
        NONE,
        IN_LINES,
        IN_TABLE
    }

    /** Lines beyond these are not marked. */
    private static final int LINES = 100_000;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:\\s{0,5}-\\s{0,5}(\\d{1,6}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    static final CodeOptions USUAL = of(Map.of());

    /** @param written as the shortcode has them: {@code linenos=table,hl_lines=2 4-6} */
    static CodeOptions written(String written) {
        var values = new HashMap<String, String>();
        for (var option : written.split(",")) {
            var equals = option.indexOf('=');
            if (equals > 0) {
                values.put(option.substring(0, equals).strip(), option.substring(equals + 1));
            }
        }
        return of(values);
    }

    static CodeOptions of(Map<String, String> values) {
        var byName = new HashMap<String, String>();
        values.forEach((name, value) -> byName.put(name.toLowerCase(Locale.ROOT), value.strip()));
        var first = byName.getOrDefault("linenostart", "1");
        return new CodeOptions(
                numbers(byName.getOrDefault("linenos", "false")),
                NUMBER.matcher(first).matches() ? Integer.parseInt(first) : 1,
                marked(byName.getOrDefault("hl_lines", "")),
                "true".equalsIgnoreCase(byName.get("hl_inline")));
    }

    private static Numbers numbers(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "false", "0" -> Numbers.NONE;
            case "inline" -> Numbers.IN_LINES;
            default -> Numbers.IN_TABLE;
        };
    }

    private static BitSet marked(String ranges) {
        var marked = new BitSet();
        var range = RANGE.matcher(ranges);
        while (range.find()) {
            var first = Integer.parseInt(range.group(1));
            var last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (first <= last) {
                marked.set(Math.min(first, LINES), Math.min(last, LINES) + 1);
            }
        }
        return marked;
    }

    boolean plain() {
        return numbers == Numbers.NONE && marked.isEmpty();
    }
}
