package app.lookback.query.compare;

import java.util.ArrayList;
import java.util.List;

/** One side of a change: moved paragraphs each for itself, and the stretches between them that stay where they are. */
final class Stay {

    private final List<Lines> parts = new ArrayList<>();
    private final List<Integer> stretches = new ArrayList<>();

    Stay(Lines lines, Moves moves) {
        boolean goesOn = false;
        for (var paragraph : lines.paragraphs()) {
            boolean moved = moves.number(paragraph.text()) != null;
            if (goesOn && !moved) {
                var last = parts.get(parts.size() - 1);
                parts.set(parts.size() - 1, lines.between(last.from(), paragraph.to()));
            } else {
                if (!moved) {
                    stretches.add(parts.size());
                }
                parts.add(paragraph);
            }
            goesOn = !moved;
        }
    }

    List<Lines> parts() {
        return parts;
    }

    boolean isOneStretch() {
        return stretches.size() == 1;
    }

    Lines stretch() {
        return parts.get(stretches.get(0));
    }

    List<Lines> before() {
        return parts.subList(0, stretches.get(0));
    }

    List<Lines> after() {
        return parts.subList(stretches.get(0) + 1, parts.size());
    }
}
