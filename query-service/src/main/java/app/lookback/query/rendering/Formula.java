package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mathematics in a Markdown text: TeX between dollars or brackets. */
record Formula(int start, int end, String tex, boolean displayed) {

    static final String IN_LINE = "$";
    static final String DISPLAYED = "$$";

    /** Openings that nothing closes; what follows them holds no formula. */
    private static final int UNCLOSED = 1_000;

    /** Formulas of one text; later ones are dollars. */
    private static final int MOST = 2_000;

    private static final String UNIT = "(?:\\\\[^\\n]|[^$\\\\\\n]|\\n(?![ \\t]*\\n))";
    private static final Pattern ONE = Pattern.compile("\\$\\$(" + UNIT + "{1,2000}+)\\$\\$"
            + "|\\\\\\[((?:[^\\\\\\n]|\\\\(?!\\])|\\n(?![ \\t]*\\n)){1,2000}+)\\\\\\]"
            + "|\\$(?![\\s$])((?:(?!`)" + UNIT + "){1,1000}+)(?<!\\s)\\$(?![\\d$])"
            + "|\\\\\\(((?:[^\\\\\\n]|\\\\(?!\\))|\\n(?![ \\t]*\\n)){1,1000}+)\\\\\\)");

    /** All of them, in order; dollars in code are none. */
    static List<Formula> in(String text) {
        var formulas = new ArrayList<Formula>();
        var unclosed = 0;
        for (var at = 0; at < text.length() && unclosed < UNCLOSED && formulas.size() < MOST; ) {
            var unit = text.charAt(at);
            var opens = opens(text, at);
            var formula = opens ? at(text, at) : null;
            if (formula != null) {
                formulas.add(formula);
            }
            unclosed += opens && formula == null ? 1 : 0;
            at = formula != null ? formula.end() : past(text, at, unit);
        }
        return formulas;
    }

    private static boolean opens(String text, int at) {
        return text.charAt(at) == '$' || text.startsWith("\\(", at) || text.startsWith("\\[", at);
    }

    private static int past(String text, int at, char unit) {
        return unit == '`' || unit == '~' ? pastCode(text, at, unit) : at + (unit == '\\' ? 2 : 1);
    }

    private static @Nullable Formula at(String text, int at) {
        var one = ONE.matcher(text).region(at, text.length());
        if (!one.lookingAt()) {
            return null;
        }
        for (var group = 1; group <= 4; group++) {
            if (one.group(group) != null) {
                return new Formula(at, one.end(), one.group(group), group <= 2);
            }
        }
        return null;
    }

    /** A run of backticks, or of three tildes, goes on to the next run that is as long. */
    private static int pastCode(String text, int at, char mark) {
        var end = at;
        while (end < text.length() && text.charAt(end) == mark) {
            end++;
        }
        var run = text.substring(at, end);
        if (mark == '~' && run.length() < 3) {
            return end;
        }
        var close = text.indexOf(run, end);
        return close < 0 ? end : close + run.length();
    }

    Shortcode shortcode(String source) {
        return Shortcode.of(displayed ? DISPLAYED : IN_LINE, List.of(tex), source);
    }

    static boolean isOne(Shortcode shortcode) {
        return shortcode.name().equals(IN_LINE) || shortcode.name().equals(DISPLAYED);
    }
}
