package app.lookback.query.rendering.template;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Go's {@code printf}, with its commonest verbs. */
final class Printing {

    private static final Pattern VERB = Pattern.compile("%([-+ 0]*)(\\d{1,3})?(?:\\.(\\d{1,2}))?([\\p{L}%])");

    private Printing() {}

    static String of(List<@Nullable Object> all, Budget budget) {
        var verbs = VERB.matcher(Values.text(all.get(0)));
        var printed = new StringBuilder();
        var next = 1;
        while (verbs.find()) {
            var takes = !verbs.group(4).equals("%");
            var value = !takes ? null : next < all.size() ? all.get(next++) : Missing.VALUE;
            verbs.appendReplacement(printed, "");
            printed.append(budget.held(takes ? one(verbs.toMatchResult(), value) : "%"));
        }
        return verbs.appendTail(printed).toString();
    }

    private enum Missing {
        VALUE
    }

    private static String one(java.util.regex.MatchResult verb, @Nullable Object value) {
        var written = written(verb.group(4).charAt(0), verb.group(3), value);
        var width = verb.group(2) == null ? 0 : Integer.parseInt(verb.group(2));
        var missing = Math.max(0, width - written.length());
        if (verb.group(1).contains("-")) {
            return written + " ".repeat(missing);
        }
        var zeros = verb.group(1).contains("0") && value instanceof Number;
        return zeros ? "0".repeat(missing) + written : " ".repeat(missing) + written;
    }

    private static String written(char verb, @Nullable String places, @Nullable Object value) {
        return switch (verb) {
            case 'v' -> value == Missing.VALUE ? wrong(verb, value) : Values.text(value);
            case 's' -> Values.isText(value) || value instanceof List ? Values.text(value) : wrong(verb, value);
            case 'q' ->
                Values.isText(value) ? "\"" + Values.text(value).replace("\"", "\\\"") + "\"" : wrong(verb, value);
            case 'd' -> value instanceof Long ? value.toString() : wrong(verb, value);
            case 'x' -> value instanceof Long number ? Long.toHexString(number) : wrong(verb, value);
            case 't' -> value instanceof Boolean ? value.toString() : wrong(verb, value);
            case 'f' ->
                value instanceof Double number
                        ? String.format(Locale.ROOT, "%." + (places == null ? "6" : places) + "f", number)
                        : wrong(verb, value);
            default -> throw new NotUnderstood("'%" + verb + "' in a text of 'printf' is not understood");
        };
    }

    private static String wrong(char verb, @Nullable Object value) {
        if (value == Missing.VALUE) {
            return "%!" + verb + "(MISSING)";
        }
        var kind = value instanceof Long
                ? "int"
                : value instanceof Double ? "float64" : value instanceof Boolean ? "bool" : "string";
        return value == null ? "%!" + verb + "(<nil>)" : "%!" + verb + "(" + kind + "=" + Values.text(value) + ")";
    }
}
