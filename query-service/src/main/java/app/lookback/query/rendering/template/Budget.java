package app.lookback.query.rendering.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much all the templates of one page may do and hold; work is counted, so that a page is the same on every machine. */
public final class Budget {

    private static final int STEPS = 300_000;
    private static final int UNITS = 4_000_000;

    /** The longest text that a template may make of anything, in UTF-16 units. */
    private static final int LONGEST = 250_000;

    /** What an entry of a list weighs beside its text. */
    private static final int ENTRY = 4;

    private static final int DEPTH = 20;

    private int steps = STEPS;
    private int units = UNITS;

    void step(int number) {
        steps -= number;
        if (steps < 0) {
            throw new NotUnderstood("the templates of the page take too many steps");
        }
    }

    /** Asked before that much text is made. */
    void room(long length) {
        if (length > LONGEST || length > units) {
            throw new NotUnderstood("the templates of the page make too long a text");
        }
        units -= (int) length;
    }

    String held(String text) {
        room(text.length());
        return text;
    }

    /** Of a list or a table, with all that it holds. */
    void held(Object value) {
        room(weight(value, 0));
    }

    private static long weight(@Nullable Object value, int depth) {
        if (depth > DEPTH) {
            throw new NotUnderstood("lists stand too deep in each other");
        }
        long weight = ENTRY;
        var inside =
                value instanceof Map<?, ?> table ? table.values() : value instanceof List<?> list ? list : List.of();
        for (var each : inside) {
            weight += weight(each, depth + 1);
            if (weight > LONGEST) {
                return weight;
            }
        }
        return weight + (Values.isText(value) ? Values.text(value).length() : 0);
    }
}
