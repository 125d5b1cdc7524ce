package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Markdown in which each shortcode is one word that nobody else wrote.
 *
 * @param mark what begins each such word; its number and {@link #CLOSE} follow
 * @param lines the line of the source, from 1, on which each line of the text begins
 */
record Prepared(String text, String mark, List<Shortcode> shortcodes, int[] lines, int[] starts) {

    static final String CLOSE = "E";

    /** Another text in which the same words stand. */
    Prepared with(String other) {
        return new Prepared(other, mark, shortcodes, new int[] {1}, new int[] {0});
    }

    int line(int offset) {
        var found = Arrays.binarySearch(starts, offset);
        return lines[found >= 0 ? found : -found - 2];
    }

    String word(int shortcode) {
        return mark + shortcode + CLOSE;
    }

    /** The shortcode whose word begins at {@code at}, or -1. */
    int shortcodeAt(CharSequence within, int at) {
        if (shortcodes.isEmpty() || !startsWithMark(within, at)) {
            return -1;
        }
        var number = 0;
        var end = at + mark.length();
        while (end < within.length() && within.charAt(end) >= '0' && within.charAt(end) <= '9') {
            number = Math.min(number, shortcodes.size()) * 10 + within.charAt(end++) - '0';
        }
        return number < shortcodes.size() ? number : -1;
    }

    Shortcode shortcode(String word) {
        return shortcodes.get(shortcodeAt(word, 0));
    }

    String replaced(String within, Function<Shortcode, String> replacement) {
        var replaced = new StringBuilder();
        var from = 0;
        for (var at = within.indexOf(mark); at >= 0; at = within.indexOf(mark, Math.max(from, at + 1))) {
            var number = shortcodeAt(within, at);
            if (number >= 0) {
                replaced.append(within, from, at).append(replacement.apply(shortcodes.get(number)));
                from = Math.min(within.length(), at + word(number).length());
            }
        }
        return replaced.append(within, from, within.length()).toString();
    }

    Stream<Shortcode> shortcodesIn(String within) {
        var found = new ArrayList<Shortcode>();
        for (var at = within.indexOf(mark); at >= 0; at = within.indexOf(mark, at + 1)) {
            var number = shortcodeAt(within, at);
            if (number >= 0) {
                found.add(shortcodes.get(number));
            }
        }
        return found.stream();
    }

    private boolean startsWithMark(CharSequence within, int at) {
        if (at + mark.length() > within.length()) {
            return false;
        }
        for (var each = 0; each < mark.length(); each++) {
            if (within.charAt(at + each) != mark.charAt(each)) {
                return false;
            }
        }
        return true;
    }
}
