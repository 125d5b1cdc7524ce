package app.lookback.query.rendering.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param most arguments, or -1 where there may be any number */
record Function(int fewest, int most, Body body) {

    static final int ANY = -1;

    @FunctionalInterface
    interface Body {
        @Nullable
        Object of(List<@Nullable Object> arguments, Call call, Budget budget);
    }

    interface Of1 {
        @Nullable
        Object of(@Nullable Object one);
    }

    interface Of2 {
        @Nullable
        Object of(@Nullable Object one, @Nullable Object two);
    }

    static Function of(Of1 body) {
        return new Function(1, 1, (all, call, budget) -> body.of(all.get(0)));
    }

    static Function of(Of2 body) {
        return new Function(2, 2, (all, call, budget) -> body.of(all.get(0), all.get(1)));
    }

    static Function of(int fewest, int most, Body body) {
        return new Function(fewest, most, body);
    }
}
