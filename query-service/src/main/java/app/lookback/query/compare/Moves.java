package app.lookback.query.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts that vanished at one place and appeared at another: exactly one of each. */
final class Moves {

    /** What is shorter than this is found in many places. */
    private static final int SHORT = 12;

    private final Map<String, Integer> numbers = new HashMap<>();

    static Moves of(List<String> vanished, List<String> appeared) {
        var moves = new Moves();
        var once = counted(appeared);
        counted(vanished).forEach((text, times) -> {
            if (times == 1 && once.getOrDefault(text, 0) == 1 && text.length() >= SHORT) {
                moves.numbers.put(text, 0);
            }
        });
        for (var text : appeared) {
            moves.numbers.computeIfPresent(text.strip(), (same, none) -> moves.next());
        }
        return moves;
    }

    private int last;

    private int next() {
        return ++last;
    }

    private static Map<String, Integer> counted(List<String> texts) {
        var times = new HashMap<String, Integer>();
        texts.forEach(text -> times.merge(text.strip(), 1, Integer::sum));
        return times;
    }

    /** The number of this move, from 1 in the order of the new text; null where it is none. */
    @Nullable
    Integer number(String text) {
        return numbers.get(text.strip());
    }
}
