package app.lookback.query.rendering;

import org.jspecify.annotations.Nullable;

/**
 * Quotes, dashes and dots made typographic, one run of inline text after the other, by the rules of Goldmark's
 * typographer: what a quotation mark becomes depends on its neighbours in the line, also on those outside the run, and
 * on how many are open.
 */
final class Typography {

    private final String text;
    private final int start;
    private final int end;
    private final Quotes quotes;
    private int lineEnd;
    private int runEnd;

    /** For the inline content of one block, which stands in {@code text} between {@code start} and {@code end}. */
    Typography(String text, int start, int end, Quotes quotes) {
        this.text = text;
        this.quotes = quotes;
        this.start = start;
        this.end = end;
    }

    /** What stands for the units at {@code at}, or null where they stand for themselves. */
    @Nullable
    Replacement at(int at) {
        return switch (text.charAt(at)) {
            case '-' -> run(at, "---") ? new Replacement(3, "—") : run(at, "--") ? new Replacement(2, "–") : null;
            case '.' -> run(at, "...") ? new Replacement(3, "…") : null;
            case '<' -> run(at, "<<") ? new Replacement(2, "«") : null;
            case '>' -> run(at, ">>") ? new Replacement(2, "»") : null;
            case '"' -> one(doubleQuote(at));
            case '\'' -> one(singleQuote(at));
            default -> null;
        };
    }

    record Replacement(int units, String text) {}

    private static @Nullable Replacement one(char replacement) {
        return replacement == 0 ? null : new Replacement(1, String.valueOf(replacement));
    }

    private boolean run(int at, String marks) {
        return at + marks.length() <= end && text.startsWith(marks, at);
    }

    private char doubleQuote(int at) {
        var flanks = new Flanks(at);
        if (flanks.opens && !flanks.closes) {
            quotes.openDouble++;
            return '“';
        }
        if (quotes.openDouble > 0 && closes(flanks, at) && !(next(at, 1) == '"' && Character.isDigit(flanks.before))) {
            quotes.openDouble--;
            return '”';
        }
        return 0;
    }

    private char singleQuote(int at) {
        var flanks = new Flanks(at);
        if (isApostrophe(flanks, at)) {
            return '’';
        }
        if (flanks.opens && !flanks.closes) {
            var contraction = isContraction(at);
            quotes.openSingle += contraction ? 0 : 1;
            return contraction ? '’' : '‘';
        }
        if ((lineLeft(at) > 2 || next(at, 1) >= 128) && !Character.isDigit(next(at, 1))) {
            return '’';
        }
        if (quotes.openSingle > 0 && closes(flanks, at)) {
            quotes.openSingle--;
            return '’';
        }
        return 0;
    }

    private boolean isApostrophe(Flanks flanks, int at) {
        var next = next(at, 1);
        var decade = flanks.opens && !flanks.closes && isDigit(next) && isDigit(next(at, 2)) && next(at, 3) == 's';
        var after = next(at, 4);
        return decade && (after == 0 || Characters.isSpace(after) || Characters.isPunctuation(after))
                || (Characters.isUnicodePunctuation(flanks.before) || Characters.isSpace(flanks.before))
                        && next != 0
                        && "tenl".indexOf(next) >= 0
                || Character.isLetterOrDigit(flanks.before) && Character.isLetter(next);
    }

    private boolean isContraction(int at) {
        var one = next(at, 1);
        var two = "" + (char) one + (char) next(at, 2);
        return one != 0 && "smtd".indexOf(one) >= 0 && endsWord(next(at, 2))
                || (two.equals("ve") || two.equals("ll") || two.equals("re")) && endsWord(next(at, 3));
    }

    private static boolean endsWord(int character) {
        return character == 0 || Characters.isAsciiPunctuation(character) || Characters.isSpace(character);
    }

    private boolean closes(Flanks flanks, int at) {
        var maybe = flanks.opens
                && next(at, 1) < 128
                && Characters.isUnicodePunctuation(next(at, 1))
                && endsWord(next(at, 2));
        return flanks.closes && (!flanks.opens || maybe);
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private int lineLeft(int at) {
        if (at >= lineEnd) {
            var newline = text.indexOf('\n', at);
            lineEnd = Math.min(newline < 0 ? end : newline + 1, end);
        }
        return lineEnd - at;
    }

    private int runEnd(int at) {
        if (at >= runEnd || text.charAt(runEnd - 1) != text.charAt(at)) {
            runEnd = at + 1;
            while (runEnd < end && text.charAt(runEnd) == text.charAt(at)) {
                runEnd++;
            }
        }
        return runEnd;
    }

    /** The character that begins {@code ahead} units after {@code at} in the same line, or 0. */
    private int next(int at, int ahead) {
        var index = at + ahead;
        if (index >= end) {
            return 0;
        }
        for (var before = at; before < index; before++) {
            if (text.charAt(before) == '\n') {
                return 0;
            }
        }
        return text.codePointAt(index);
    }

    /** Whether a run of quotes may open or close, as for CommonMark's delimiter runs. */
    private final class Flanks {

        final int before;
        final boolean opens;
        final boolean closes;

        Flanks(int at) {
            var past = runEnd(at);
            before = at <= start ? '\n' : text.codePointBefore(at);
            var after = past >= end ? ' ' : text.codePointAt(past);
            var spaceBefore = Characters.isSpace(before);
            var spaceAfter = Characters.isSpace(after);
            var markBefore = Characters.isPunctuation(before);
            var markAfter = Characters.isPunctuation(after);
            opens = !spaceAfter && (!markAfter || spaceBefore || markBefore);
            closes = !spaceBefore && (!markBefore || spaceAfter || markAfter);
        }
    }
}
