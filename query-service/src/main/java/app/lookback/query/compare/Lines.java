package app.lookback.query.compare;

import java.util.ArrayList;
import java.util.List;

/** Some lines of a text, each with its newline. */
record Lines(List<String> all, int from, int to) {

    static Lines of(String text) {
        var lines = new ArrayList<String>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return new Lines(lines, 0, lines.size());
    }

    Lines between(int first, int end) {
        return new Lines(all, first, end);
    }

    boolean isEmpty() {
        return from == to;
    }

    String text() {
        return String.join("", all.subList(from, to));
    }

    /** The number of the first of these lines, from 1. */
    int number() {
        return from + 1;
    }

    /** Cut where a blank line ends and another line begins. */
    List<Lines> paragraphs() {
        var paragraphs = new ArrayList<Lines>();
        int first = from;
        for (int at = from + 1; at <= to; at++) {
            if (at == to || all.get(at - 1).isBlank() && !all.get(at).isBlank()) {
                paragraphs.add(between(first, at));
                first = at;
            }
        }
        return paragraphs;
    }
}
