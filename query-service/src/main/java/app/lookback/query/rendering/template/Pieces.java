package app.lookback.query.rendering.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A template cut into its words and what stands between double braces, without its comments. */
final class Pieces {

    private static final String SPACE = " \t\r\n";
    private static final Pattern TRAILING = Pattern.compile("[ \t\r\n]++$");
    private static final Pattern COMMENT = Pattern.compile("(?s)(?:-[ \t\r\n]++)?/\\*.*?\\*/(?:[ \t\r\n]++-)?\\}\\}");

    /** @param action what stands between the braces, or words */
    record Piece(boolean isAction, String text, int line) {}

    private final String template;
    private final List<Piece> pieces = new ArrayList<>();
    private int counted;
    private int line = 1;

    private Pieces(String template) {
        this.template = template;
    }

    static List<Piece> of(String template) {
        var cut = new Pieces(template);
        cut.cut();
        return cut.pieces;
    }

    private void cut() {
        var from = 0;
        for (var open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
            var trimsBefore = isTrimMark(open + 2, open + 3);
            words(from, open, trimsBefore);
            var end = end(open);
            var trimsAfter = template.charAt(end - 1) == '-' && isSpace(end - 2);
            action(open, open + (trimsBefore ? 3 : 2), trimsAfter ? end - 1 : end);
            from = trimsAfter ? pastSpace(end + 2) : end + 2;
        }
        words(from, template.length(), false);
    }

    private void words(int from, int to, boolean trimmed) {
        var text = template.substring(from, to);
        var kept = trimmed ? TRAILING.matcher(text).replaceFirst("") : text;
        if (!kept.isEmpty()) {
            pieces.add(new Piece(false, kept, line(from)));
        }
    }

    private void action(int open, int from, int to) {
        if (!template.substring(from, to).strip().startsWith("/*")) {
            pieces.add(new Piece(true, template.substring(from, to), line(open)));
        }
    }

    private boolean isTrimMark(int dash, int space) {
        return template.startsWith("-", dash) && isSpace(space);
    }

    private boolean isSpace(int at) {
        return at >= 0 && at < template.length() && SPACE.indexOf(template.charAt(at)) >= 0;
    }

    private int pastSpace(int from) {
        var at = from;
        while (isSpace(at)) {
            at++;
        }
        return at;
    }

    /** Where the closing braces are, which may also stand within text and comments. */
    private int end(int open) {
        var comment = COMMENT.matcher(template).region(open + 2, template.length());
        if (comment.lookingAt()) {
            return comment.end() - 2;
        }
        for (var at = open + 2; at < template.length(); at++) {
            if (template.startsWith("}}", at)) {
                return at;
            }
            at = pastText(at);
        }
        throw new NotUnderstood(line(open), "{{ is not closed");
    }

    private int pastText(int at) {
        var mark = template.charAt(at);
        if (mark != '"' && mark != '`' && mark != '\'') {
            return at;
        }
        for (var end = at + 1; end < template.length(); end++) {
            if (template.charAt(end) == mark) {
                return end;
            }
            end += mark != '`' && template.charAt(end) == '\\' ? 1 : 0;
        }
        throw new NotUnderstood(line(at), "a text is not closed");
    }

    private int line(int at) {
        for (; counted < at; counted++) {
            line += template.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
