package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.List;

/** Text that is made of a source's pieces and of others, and remembers which line of the source each of its own is. */
final class LineTable {

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final List<Integer> lines = new ArrayList<>();
    private int line;

    LineTable(int firstLine) {
        line = firstLine;
        lines.add(firstLine);
    }

    void copied(String piece) {
        add(piece, 1);
    }

    void inserted(String piece) {
        add(piece, 0);
    }

    void skipped(String piece) {
        line += (int) piece.chars().filter(unit -> unit == '\n').count();
    }

    private void add(String piece, int linesForward) {
        var before = text.length();
        text.append(piece);
        for (var at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) {
            line += linesForward;
            starts.add(before + at + 1);
            lines.add(line);
        }
    }

    Prepared prepared(String mark, List<Shortcode> shortcodes) {
        return new Prepared(text.toString(), mark, List.copyOf(shortcodes), ints(lines), ints(starts));
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
