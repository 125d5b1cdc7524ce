package app.lookback.query.rendering;

/** What no person writes, and what would cost a parser more than its readings show, is refused before it is parsed. */
final class Bounds {

    /** Quotes and lists that begin within each other on one line. */
    private static final int MARKS = 100;

    /** Columns that a line may be indented and still be more than code. */
    private static final int INDENT = 400;

    /** Definitions of links on adjacent lines. */
    private static final int DEFINITIONS = 500;

    private Bounds() {}

    /** @throws Unrenderable naming what is too much */
    static void check(String text) {
        var definitions = 0;
        for (var line = 0; line < text.length(); line = nextLine(text, line)) {
            var ink = checkedLead(text, line);
            definitions = isDefinition(text, ink) ? definitions + 1 : 0;
            if (definitions > DEFINITIONS) {
                throw new Unrenderable("More than %d links are defined in a row.".formatted(DEFINITIONS), line);
            }
        }
    }

    private static boolean isDefinition(String text, int ink) {
        var close = text.startsWith("[", ink) ? text.indexOf("]:", ink) : -1;
        return close >= 0 && close < nextLine(text, ink);
    }

    private static int checkedLead(String text, int line) {
        var marks = 0;
        var at = line;
        for (; at < text.length() && isLeading(text.charAt(at)); at++) {
            marks += isMark(text, at) ? 1 : 0;
        }
        if (marks > MARKS) {
            throw new Unrenderable("A line begins with more than %d marks of quotes and lists.".formatted(MARKS), line);
        }
        if (marks > 0 && at - line > INDENT) {
            throw new Unrenderable("A list stands more than %d columns to the right.".formatted(INDENT), line);
        }
        return at;
    }

    private static boolean isLeading(char unit) {
        return " \t>-+*.):".indexOf(unit) >= 0 || unit >= '0' && unit <= '9';
    }

    private static boolean isMark(String text, int at) {
        var next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        return text.charAt(at) == '>'
                || "-+*.):".indexOf(text.charAt(at)) >= 0 && (next == ' ' || next == '\t' || next == '\n');
    }

    private static int nextLine(String text, int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
