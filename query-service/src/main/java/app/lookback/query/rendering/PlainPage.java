package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.List;

/** The source as it is, a block for a run of lines: what is shown when it cannot be rendered. */
final class PlainPage {

    private static final int UNITS = 4_000;

    private PlainPage() {}

    static List<Block> of(String source, int from) {
        var blocks = new ArrayList<Block>();
        var line = Lines.of(source, from);
        for (var start = from; start < source.length(); ) {
            var end = endOfLine(source, start + UNITS);
            var piece = source.substring(start, end);
            if (!piece.isBlank()) {
                blocks.add(Block.of(line, "<pre>" + Html.escaped(piece) + "</pre>\n"));
            }
            line += (int) piece.chars().filter(unit -> unit == '\n').count();
            start = end;
        }
        return blocks;
    }

    private static int endOfLine(String source, int from) {
        var end = source.indexOf('\n', Math.min(from, source.length()));
        return end < 0 ? source.length() : end + 1;
    }
}
