package app.lookback.query.rendering.template;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What values are taken for where a template needs a text, a number, or yes or no. */
final class Values {

    private Values() {}

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Marked marked) {
            return marked.text();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::text).collect(joining(" ", "[", "]"));
        }
        if (value instanceof Map<?, ?> table) {
            return table.entrySet().stream()
                    .map(each -> each.getKey() + ":" + text(each.getValue()))
                    .collect(joining(" ", "map[", "]"));
        }
        if (isThing(value)) {
            throw new NotUnderstood("a page or a call is no text");
        }
        return value instanceof Double number ? fraction(number) : value.toString();
    }

    private static String fraction(double number) {
        return Double.isFinite(number) && Math.abs(number) < 1e15
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    /** Whether it counts as yes: all but nothing, zero and what is empty. */
    static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return length(value) > 0;
        }
        return isThing(value) || !text(value).isEmpty();
    }

    private static boolean isThing(@Nullable Object value) {
        return value instanceof Call || value instanceof Subjects.Page || value instanceof Subjects.Site;
    }

    static boolean isText(@Nullable Object value) {
        return value instanceof String || value instanceof Marked;
    }

    static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return first.doubleValue() == second.doubleValue();
        }
        return isText(one) && isText(other) ? text(one).equals(text(other)) : Objects.equals(one, other);
    }

    /** Negative, zero or positive; texts beside numbers are read as numbers where they are some. */
    static int compared(@Nullable Object one, @Nullable Object other) {
        if (isText(one) && isText(other)) {
            return text(one).compareTo(text(other));
        }
        return Double.compare(number(one), number(other));
    }

    static long length(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> table) {
            return table.size();
        }
        if (!isText(value)) {
            throw new NotUnderstood(kind(value) + " has no length");
        }
        return text(value).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    static long whole(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        return (long) number(value);
    }

    static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            if (isText(value)) {
                return Double.parseDouble(text(value).strip());
            }
        } catch (NumberFormatException none) {
            // It is refused as whatever else is no number.
        }
        throw new NotUnderstood(kind(value) + " '" + shortened(text(value)) + "' is no number");
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new NotUnderstood(kind(value) + " is no list");
    }

    static String kind(@Nullable Object value) {
        return value == null
                ? "nothing"
                : Stream.of(
                                Map.entry(String.class, "a text"),
                                Map.entry(Marked.class, "a text"),
                                Map.entry(Number.class, "a number"),
                                Map.entry(Boolean.class, "yes or no"),
                                Map.entry(Collection.class, "a list"),
                                Map.entry(Map.class, "a table"))
                        .filter(kind -> kind.getKey().isInstance(value))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("a page or a call");
    }
}
