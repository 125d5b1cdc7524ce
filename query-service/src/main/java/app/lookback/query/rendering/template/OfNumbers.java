package app.lookback.query.rendering.template;

import static app.lookback.query.rendering.template.Values.number;
import static app.lookback.query.rendering.template.Values.whole;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions on numbers, and what compares. */
final class OfNumbers {

    static final Map<String, Function> ALL = Map.ofEntries(
            entry("add", reduced(Long::sum, Double::sum)),
            entry("sub", reduced((one, other) -> one - other, (one, other) -> one - other)),
            entry("mul", reduced((one, other) -> one * other, (one, other) -> one * other)),
            entry("div", reduced(OfNumbers::divided, (one, other) -> one / other)),
            entry("mod", Function.of((one, other) -> {
                divided(whole(one), whole(other));
                return whole(one) % whole(other);
            })),
            entry("math.Max", reduced(Math::max, Math::max)),
            entry("math.Min", reduced(Math::min, Math::min)),
            entry(
                    "math.Round",
                    Function.of(one -> Math.copySign(Math.floor(Math.abs(number(one)) + 0.5), number(one)))),
            entry("math.Ceil", Function.of(one -> Math.ceil(number(one)))),
            entry("math.Floor", Function.of(one -> Math.floor(number(one)))),
            entry("int", Function.of(one -> whole(one))),
            entry("float", Function.of(one -> number(one))),
            entry("eq", Function.of(2, Function.ANY, (all, call, budget) -> isAny(all))),
            entry("ne", Function.of(2, Function.ANY, (all, call, budget) -> !isAny(all))),
            entry("lt", Function.of((one, other) -> Values.compared(one, other) < 0)),
            entry("le", Function.of((one, other) -> Values.compared(one, other) <= 0)),
            entry("gt", Function.of((one, other) -> Values.compared(one, other) > 0)),
            entry("ge", Function.of((one, other) -> Values.compared(one, other) >= 0)),
            entry("and", Function.of(1, Function.ANY, (all, call, budget) -> all.get(0))),
            entry("or", Function.of(1, Function.ANY, (all, call, budget) -> all.get(0))),
            entry("not", Function.of(one -> !Values.truth(one))));

    private OfNumbers() {}

    private static boolean isAny(List<@Nullable Object> all) {
        return all.stream().skip(1).anyMatch(other -> Values.equal(all.get(0), other));
    }

    private static long divided(long one, long other) {
        if (other == 0) {
            throw new NotUnderstood("a number is divided by zero");
        }
        return one / other;
    }

    private static Function reduced(LongBinaryOperator wholes, DoubleBinaryOperator fractions) {
        return Function.of(2, Function.ANY, (all, call, budget) -> {
            Object result = all.get(0);
            for (var other : all.subList(1, all.size())) {
                result = result instanceof Long one && other instanceof Long two
                        ? (Object) wholes.applyAsLong(one, two)
                        : (Object) fractions.applyAsDouble(number(result), number(other));
            }
            return result;
        });
    }
}
