package app.lookback.query.rendering;

import app.lookback.query.rendering.Tex.Asked;
import app.lookback.query.rendering.Tex.Read;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The formulas of one source, where it has mathematics at all; what was read of the newest ones is remembered. */
final class Formulas {

    /** Different formulas of one page; later ones stay TeX. */
    private static final int MOST = 300;

    /** Problems that are named to the authors, one by one. */
    private static final int NAMED = 20;

    private static final int REMEMBERED = 5_000;
    private static final int AT_ONCE = 100;
    private static final int DEPTH = 40;
    private static final Read TOO_MUCH = new Read("", "It is too much to read.");
    private static final Read REFUSED = new Read("", "It holds a command that is not let through.");
    private static final Tex TEX = new Tex();
    private static final Map<Asked, Read> KNOWN = new ConcurrentHashMap<>();

    private final boolean on;
    private final Map<String, String> problems = new LinkedHashMap<>();

    Formulas(boolean on) {
        this.on = on;
    }

    boolean on() {
        return on;
    }

    /** Reads those of a whole text at once, which is quicker than one by one. */
    void expect(String text) {
        var unknown = Formula.in(text).stream()
                .map(formula -> new Asked(formula.tex(), formula.displayed()))
                .filter(asked -> !KNOWN.containsKey(asked) && depth(asked.tex()) <= DEPTH)
                .distinct()
                .limit(MOST)
                .toList();
        for (var from = 0; from < unknown.size(); from += AT_ONCE) {
            remember(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)));
        }
    }

    private static void remember(List<Asked> asked) {
        var read = TEX.read(asked);
        if (read == null && asked.size() > 1) {
            asked.forEach(one -> remember(List.of(one)));
            return;
        }
        if (KNOWN.size() > REMEMBERED) {
            KNOWN.clear();
        }
        for (var at = 0; at < asked.size(); at++) {
            KNOWN.put(asked.get(at), read == null ? TOO_MUCH : safe(read.get(at)));
        }
    }

    private static Read safe(Read read) {
        return read.mathml().contains(Tex.REFUSED)
                ? REFUSED
                : new Read(Sanitizer.mathml(read.mathml()), read.problem());
    }

    /** Its MathML, or its TeX as code. */
    String html(Shortcode formula, boolean forReaders) {
        var asked = new Asked(formula.value("", 0), formula.name().equals(Formula.DISPLAYED));
        var read = KNOWN.get(asked);
        if (read != null && !read.mathml().isEmpty()) {
            return read.mathml();
        }
        problems.put(formula.source(), read == null ? TOO_MUCH.problem() : read.problem());
        var code = "<code class=\"formula\">" + Html.escaped(formula.source()) + "</code>";
        return forReaders ? code : code + " <span class=\"shortcode broken\">?</span>";
    }

    /** @param body the source from its line {@code firstLine} on */
    static List<String> problems(Formulas formulas, String body, int firstLine) {
        return formulas.problems.entrySet().stream()
                .limit(NAMED)
                .map(each -> "Line %d: the formula cannot be read, so it stays as it is written. %s"
                        .formatted(firstLine - 1 + Lines.of(body, body.indexOf(each.getKey())), each.getValue()))
                .toList();
    }

    private static int depth(String tex) {
        var depth = 0;
        var deepest = 0;
        for (var at = 0; at < tex.length(); at++) {
            depth += tex.charAt(at) == '{' ? 1 : tex.charAt(at) == '}' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
