package app.lookback.hugo;

import org.jspecify.annotations.Nullable;

/**
 * Where the front matter of a source stands, before anything in it is understood.
 *
 * @param start offset of its first unit, after the opening fence; the brace itself for JSON
 * @param end offset after its last unit
 * @param bodyOffset offset of the first unit of the body
 * @param problem why its end was not found; then all of the source is body
 */
record Head(
        Syntax syntax,
        int start,
        int end,
        int bodyOffset,
        @Nullable String problem) {

    enum Syntax {
        NONE,
        TOML,
        YAML,
        JSON
    }

    static Head of(String source) {
        var first = firstInk(source);
        if (source.startsWith("+++", first)) {
            return fenced(source, first, Syntax.TOML, "+++");
        }
        if (source.startsWith("---", first) && fenceEndsLine(source, first + 3)) {
            return fenced(source, first, Syntax.YAML, "---");
        }
        if (source.startsWith("{", first) && !source.startsWith("{{", first)) {
            return braced(source, first);
        }
        return none(first, null);
    }

    private static Head none(int bodyOffset, @Nullable String problem) {
        return new Head(Syntax.NONE, bodyOffset, bodyOffset, bodyOffset, problem);
    }

    private static int firstInk(String source) {
        var at = source.startsWith("\uFEFF") ? 1 : 0;
        var ink = at;
        while (ink < source.length() && " \t\r\n".indexOf(source.charAt(ink)) >= 0) {
            ink++;
        }
        return ink < source.length() && "+-{".indexOf(source.charAt(ink)) >= 0 ? ink : at;
    }

    private static Head fenced(String source, int first, Syntax syntax, String fence) {
        var line = nextLine(source, first);
        var start = line;
        while (line < source.length()) {
            if (source.startsWith(fence, line) && fenceEndsLine(source, line + 3)) {
                return new Head(syntax, start, line, nextLine(source, line), null);
            }
            line = nextLine(source, line);
        }
        var problem = "The front matter that begins in line %d is not closed: a line with %s is missing."
                .formatted(Slips.line(source, first), fence);
        return none(first, problem);
    }

    private static boolean fenceEndsLine(String source, int from) {
        for (var at = from; at < source.length(); at++) {
            if (source.charAt(at) == '\n') {
                return true;
            }
            if (" \t\r".indexOf(source.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Head braced(String source, int first) {
        var depth = 0;
        for (var at = first; at < source.length(); at++) {
            switch (source.charAt(at)) {
                case '"' -> at = closingQuote(source, at);
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return new Head(Syntax.JSON, first, at + 1, nextLine(source, at), null);
            }
        }
        var problem = "The front matter that begins in line %d is not closed: its last } is missing.";
        return none(first, problem.formatted(Slips.line(source, first)));
    }

    private static int closingQuote(String source, int open) {
        var at = open + 1;
        while (at < source.length() && source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static int nextLine(String source, int from) {
        var end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end + 1;
    }
}
