package app.lookback.query.rendering.template;

import static app.lookback.query.rendering.template.Values.text;
import static app.lookback.query.rendering.template.Values.whole;
import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions on texts. */
final class OfTexts {

    private static final Pattern WORD = Pattern.compile("[^\\s-]+");

    /** Words that headlines keep small within them, as the Associated Press has it and Hugo by default. */
    private static final List<String> SMALL = List.of(
            "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the",
            "to", "vs", "vs.", "via", "v", "v.");

    static final Map<String, Function> ALL = Map.ofEntries(
            entry("lower", Function.of(one -> text(one).toLowerCase(Locale.ROOT))),
            entry("upper", Function.of(one -> text(one).toUpperCase(Locale.ROOT))),
            entry("title", Function.of(one -> title(text(one)))),
            entry("humanize", Function.of(one -> firstUpper(humanized(text(one))))),
            entry("strings.FirstUpper", Function.of(one -> firstUpper(text(one)))),
            entry("chomp", Function.of(one -> text(one).replaceFirst("[\r\n]+$", ""))),
            entry("trim", Function.of((of, letters) -> trimmed(text(of), text(letters), true, true))),
            entry("strings.TrimLeft", Function.of((letters, of) -> trimmed(text(of), text(letters), true, false))),
            entry("strings.TrimRight", Function.of((letters, of) -> trimmed(text(of), text(letters), false, true))),
            entry("strings.TrimPrefix", Function.of((prefix, of) -> withoutPrefix(text(of), text(prefix)))),
            entry("strings.TrimSuffix", Function.of((suffix, of) -> withoutSuffix(text(of), text(suffix)))),
            entry("hasPrefix", Function.of((of, prefix) -> text(of).startsWith(text(prefix)))),
            entry("hasSuffix", Function.of((of, suffix) -> text(of).endsWith(text(suffix)))),
            entry("strings.Contains", Function.of((of, part) -> text(of).contains(text(part)))),
            entry(
                    "strings.Count",
                    Function.of((part, of) -> (long) text(of).split(Pattern.quote(text(part)), -1).length - 1)),
            entry("strings.RuneCount", Function.of(one -> runes(text(one)))),
            entry("countrunes", Function.of(one -> runes(text(one).replaceAll("\\s", "")))),
            entry(
                    "countwords",
                    Function.of(one ->
                            text(one).isBlank() ? 0L : (long) text(one).strip().split("\\s+").length)),
            entry("replace", Function.of(3, 4, OfTexts::replaced)),
            entry("split", Function.of((of, by) -> split(text(of), text(by)))),
            entry("strings.Repeat", Function.of(2, 2, OfTexts::repeated)),
            entry("substr", Function.of(2, 3, (all, call, budget) -> part(all))),
            entry("slicestr", Function.of(1, 3, (all, call, budget) -> between(all))),
            entry("print", Function.of(0, Function.ANY, (all, call, budget) -> printed(all))),
            entry(
                    "println",
                    Function.of(
                            0,
                            Function.ANY,
                            (all, call, budget) ->
                                    all.stream().map(Values::text).collect(Collectors.joining(" ", "", "\n")))),
            entry("printf", Function.of(1, Function.ANY, (all, call, budget) -> Printing.of(all, budget))),
            entry("string", Function.of(one -> text(one))));

    private OfTexts() {}

    private static String title(String text) {
        var words = WORD.matcher(text);
        var last = text.stripTrailing().length();
        return words.replaceAll(word -> {
            var small = SMALL.contains(word.group()) && word.start() > 0 && word.end() < last;
            return java.util.regex.Matcher.quoteReplacement(small ? word.group() : firstUpper(word.group()));
        });
    }

    private static String humanized(String text) {
        return text.replace('-', ' ').replace('_', ' ').strip();
    }

    private static String firstUpper(String text) {
        return text.isEmpty()
                ? text
                : Character.toString(Character.toUpperCase(text.codePointAt(0)))
                        + text.substring(Character.charCount(text.codePointAt(0)));
    }

    private static String trimmed(String text, String letters, boolean before, boolean after) {
        var from = 0;
        var to = text.length();
        while (before && from < to && letters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (after && to > from && letters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static long runes(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Object replaced(List<@Nullable Object> all, Call call, Budget budget) {
        var text = text(all.get(0));
        var old = text(all.get(1));
        var with = text(all.get(2));
        var limit = all.size() > 3 ? whole(all.get(3)) : Long.MAX_VALUE;
        var made = new StringBuilder();
        var from = 0;
        for (var at = old.isEmpty() ? -1 : text.indexOf(old); at >= 0 && limit > 0; at = text.indexOf(old, from)) {
            budget.room(with.length());
            made.append(text, from, at).append(with);
            from = at + old.length();
            limit--;
        }
        return made.append(text, from, text.length()).toString();
    }

    private static Object split(String text, String by) {
        return new ArrayList<Object>(Arrays.asList(text.split(Pattern.quote(by), by.isEmpty() ? 0 : -1)));
    }

    private static Object repeated(List<@Nullable Object> all, Call call, Budget budget) {
        var times = whole(all.get(0));
        var text = text(all.get(1));
        if (times < 0) {
            throw new NotUnderstood("'strings.Repeat' has a negative number");
        }
        budget.room(Math.multiplyHigh(times, text.length()) == 0 ? times * text.length() : Long.MAX_VALUE);
        return text.repeat(text.isEmpty() ? 0 : (int) times);
    }

    private static Object part(List<@Nullable Object> all) {
        var runes = text(all.get(0)).codePoints().toArray();
        var start = whole(all.get(1));
        var from = (int) Math.max(0, Math.min(runes.length, start < 0 ? runes.length + start : start));
        var length = all.size() > 2 ? whole(all.get(2)) : runes.length;
        var end = length < 0 ? runes.length + length : from + Math.min(length, runes.length);
        var to = (int) Math.max(from, Math.min(runes.length, end));
        return new String(runes, from, to - from);
    }

    private static Object between(List<@Nullable Object> all) {
        var runes = text(all.get(0)).codePoints().toArray();
        var from = all.size() > 1 ? whole(all.get(1)) : 0;
        var to = all.size() > 2 ? whole(all.get(2)) : runes.length;
        if (from < 0 || to < from || to > runes.length) {
            throw new NotUnderstood("'slicestr' asks for more than the text has");
        }
        return new String(runes, (int) from, (int) (to - from));
    }

    /** A space stands between two values of which neither is a text, as in Go. */
    private static String printed(List<@Nullable Object> all) {
        var printed = new StringBuilder();
        for (var at = 0; at < all.size(); at++) {
            var apart = at > 0 && !Values.isText(all.get(at)) && !Values.isText(all.get(at - 1));
            printed.append(apart ? " " : "").append(text(all.get(at)));
        }
        return printed.toString();
    }
}
