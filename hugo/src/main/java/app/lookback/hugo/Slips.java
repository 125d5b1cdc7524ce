package app.lookback.hugo;

import app.lookback.hugo.Head.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What we read in a front matter although its rules forbid it or other readers take it otherwise, each with its line. */
final class Slips {

    /** Sentences beyond these are left out. */
    private static final int MOST = 10;

    private static final Pattern YAML_KEY =
            Pattern.compile("(\"[^\"]{1,100}\"|'[^']{1,100}'|[^\\s#:'\"-][^:#]{0,99}?)\\s*:(\\s.*|$)");
    private static final Pattern TOML_KEY = Pattern.compile("\\s*(\"[^\"]{1,100}\"|[A-Za-z0-9_.-]{1,100})\\s*=(.*)");
    private static final Pattern JSON_KEY = Pattern.compile("\\s*\"([^\"\\\\]{1,100})\"\\s*:(.*)");
    private static final Pattern DATE_KEY = Pattern.compile("(?i)date|publishdate|expirydate|lastmod");
    private static final Pattern TIME_WITHOUT_ZONE = Pattern.compile(
            "[\\s\"']*\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\s?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?[\\s\"',}]*(?:#.*)?");

    private final Syntax syntax;
    private final Map<String, Integer> firstLines = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private boolean inTable;
    private boolean inText;
    private int depth;

    private Slips(Syntax syntax) {
        this.syntax = syntax;
    }

    static List<String> in(String source, Head head) {
        var slips = new Slips(head.syntax());
        var line = line(source, head.start());
        for (var text : source.substring(head.start(), head.end()).split("\r?\n", -1)) {
            slips.read(text, line++);
        }
        return slips.found.stream().limit(MOST).toList();
    }

    /** Counted from 1. */
    static int line(String source, int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(unit -> unit == '\n')
                        .count();
    }

    private void read(String text, int line) {
        switch (syntax) {
            case YAML -> yaml(text, line);
            case TOML -> toml(text, line);
            case JSON -> json(text, line);
            default -> {}
        }
    }

    private void yaml(String text, int line) {
        var key = YAML_KEY.matcher(text);
        if (key.matches()) {
            if (key.group(2).stripTrailing().matches(" *\\t.*\\S")) {
                found.add("Line %d: a tab stands after the colon; Hugo wants a space.".formatted(line));
            }
            key(key.group(1), key.group(2), line);
        }
    }

    private void toml(String text, int line) {
        inTable |= !inText && text.stripLeading().startsWith("[");
        var key = TOML_KEY.matcher(text);
        if (!inTable && !inText && key.matches()) {
            key(key.group(1), key.group(2), line);
        }
        inText ^= (text.split("\"\"\"|'''", -1).length - 1) % 2 == 1;
    }

    private void json(String text, int line) {
        var key = JSON_KEY.matcher(depth == 0 ? text.replaceFirst("^\\s*\\{", "") : text);
        if (depth <= 1 && key.matches()) {
            key(key.group(1), key.group(2), line);
        }
        depth += text.replaceAll("[^{\\[]", "").length()
                - text.replaceAll("[^}\\]]", "").length();
    }

    private void key(String written, String value, int line) {
        var key = written.replaceAll("^[\"']|[\"']$", "").strip().toLowerCase(Locale.ROOT);
        var first = firstLines.putIfAbsent(key, line);
        if (first != null) {
            found.add("Line %d: %s was said in line %d already; Hugo refuses a key that stands twice."
                    .formatted(line, key, first));
        }
        if (DATE_KEY.matcher(key).matches() && TIME_WITHOUT_ZONE.matcher(value).matches()) {
            found.add("Line %d: the time has no zone, so UTC is taken; 2025-09-07T10:00:00+09:00 says the zone."
                    .formatted(line));
        }
    }
}
