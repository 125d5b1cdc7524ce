package app.lookback.query.rendering.template;

import java.util.List;

/** What has a value. */
sealed interface Expression {

    record Literal(Object value) implements Expression {}

    record Dot() implements Expression {}

    /** @param name with its dollar; the dollar alone is the call */
    record Variable(String name) implements Expression {}

    /** @param arguments of the last of the names */
    record Fields(Expression of, List<String> names, List<Expression> arguments) implements Expression {}

    record Applied(String function, List<Expression> arguments) implements Expression {}
}
