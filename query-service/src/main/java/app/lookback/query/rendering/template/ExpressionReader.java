package app.lookback.query.rendering.template;

import app.lookback.query.rendering.template.Expression.Applied;
import app.lookback.query.rendering.template.Expression.Dot;
import app.lookback.query.rendering.template.Expression.Fields;
import app.lookback.query.rendering.template.Expression.Literal;
import app.lookback.query.rendering.template.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a pipeline: commands, each of which has the value of the one before it as its last argument. */
final class ExpressionReader {

    private static final int DEPTH = 40;
    private static final Pattern SPACE = Pattern.compile("[ \t\r\n]++");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}+(\\.[0-9]{1,15}+)?+");
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*+)*+");
    private static final Pattern VARIABLE = Pattern.compile("\\$[\\p{L}\\p{N}_]*+");
    private static final Pattern FIELD = Pattern.compile("\\.([\\p{L}_][\\p{L}\\p{N}_]*+)");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"|`([^`]*+)`|'([^'\\\\])'");

    private final String text;
    private final Known known;
    private int at;
    private int depth;

    ExpressionReader(String text, Known known) {
        this.text = text;
        this.known = known;
    }

    Expression whole() {
        var value = pipeline();
        if (at < text.length()) {
            throw new NotUnderstood("'" + text.substring(at).strip() + "' is not understood");
        }
        return value;
    }

    private Expression pipeline() {
        if (++depth > DEPTH) {
            throw new NotUnderstood("parentheses stand too deep in each other");
        }
        var value = command(null);
        while (takes("|")) {
            value = command(value);
        }
        depth--;
        return value;
    }

    /** @param last the argument that comes by the pipe */
    private Expression command(@Nullable Expression last) {
        skipSpace();
        var word = taken(WORD);
        if (word != null && !isValue(word.group())) {
            var arguments = arguments(last);
            known.function(word.group(), arguments.size());
            return new Applied(word.group(), arguments);
        }
        at = word == null ? at : word.start();
        var first = operand();
        var arguments = arguments(last);
        if (arguments.isEmpty()) {
            return first;
        }
        if (first instanceof Fields fields) {
            if (fields.names().equals(List.of("Get")) && arguments.get(0) instanceof Literal key) {
                known.got(key.value());
            }
            return new Fields(fields.of(), fields.names(), arguments);
        }
        throw new NotUnderstood("a value cannot be called with others");
    }

    private List<Expression> arguments(@Nullable Expression last) {
        var arguments = new ArrayList<Expression>();
        for (skipSpace(); at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')'; skipSpace()) {
            arguments.add(operand());
        }
        if (last != null) {
            arguments.add(last);
        }
        return arguments;
    }

    private Expression operand() {
        var value = plain();
        var names = new ArrayList<String>();
        for (var field = taken(FIELD); field != null; field = taken(FIELD)) {
            names.add(field.group(1));
        }
        if (names.isEmpty()) {
            return value;
        }
        if (value instanceof Literal) {
            throw new NotUnderstood("'." + names.get(0) + "' of a text or number is not understood");
        }
        known.fields(value, names);
        return new Fields(value, names, List.of());
    }

    private Expression plain() {
        if (takes("(")) {
            var value = pipeline();
            if (!takes(")")) {
                throw new NotUnderstood("a parenthesis is not closed");
            }
            return value;
        }
        var variable = taken(VARIABLE);
        if (variable != null) {
            known.variable(variable.group());
            return new Variable(variable.group());
        }
        if (text.startsWith(".", at)) {
            at += FIELD.matcher(text).region(at, text.length()).lookingAt() ? 0 : 1;
            return new Dot();
        }
        return literal();
    }

    private Expression literal() {
        var written = taken(TEXT);
        if (written != null) {
            return new Literal(value(written));
        }
        var number = taken(NUMBER);
        if (number != null) {
            return new Literal(
                    number.group(1) == null ? (Object) Long.valueOf(number.group()) : Double.valueOf(number.group()));
        }
        var word = taken(WORD);
        if (word == null) {
            throw new NotUnderstood(
                    at < text.length()
                            ? "'" + text.substring(at).strip() + "' is not understood"
                            : "a value is missing");
        }
        if (word.group().equals("true") || word.group().equals("false")) {
            return new Literal(Boolean.valueOf(word.group()));
        }
        if (isSite(word.group())) {
            return site(word.group());
        }
        known.function(word.group(), 0);
        return new Applied(word.group(), List.of());
    }

    private static boolean isValue(String word) {
        return List.of("true", "false", "nil").contains(word) || isSite(word);
    }

    private static boolean isSite(String word) {
        return word.equals("site") || word.startsWith("site.");
    }

    /** The same as {@code $.Site}. */
    private Expression site(String word) {
        var names = List.of(("S" + word.substring(1)).split("\\."));
        var call = new Variable("$");
        known.fields(call, names);
        return new Fields(call, names, List.of());
    }

    private static Object value(Matcher written) {
        if (written.group(3) != null) {
            return (long) written.group(3).charAt(0);
        }
        return written.group(2) != null ? written.group(2) : Escapes.read(written.group(1));
    }

    private boolean takes(String mark) {
        skipSpace();
        var is = text.startsWith(mark, at);
        at += is ? mark.length() : 0;
        return is;
    }

    private void skipSpace() {
        taken(SPACE);
    }

    private @Nullable Matcher taken(Pattern pattern) {
        var found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return null;
        }
        at = found.end();
        return found;
    }
}
