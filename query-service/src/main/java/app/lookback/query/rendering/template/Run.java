package app.lookback.query.rendering.template;

import app.lookback.query.rendering.template.Expression.Applied;
import app.lookback.query.rendering.template.Expression.Fields;
import app.lookback.query.rendering.template.Expression.Literal;
import app.lookback.query.rendering.template.Expression.Variable;
import app.lookback.query.rendering.template.Node.Assigned;
import app.lookback.query.rendering.template.Node.Branch;
import app.lookback.query.rendering.template.Node.Repeated;
import app.lookback.query.rendering.template.Node.Shown;
import app.lookback.query.rendering.template.Node.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of a template. */
final class Run {

    private final Call call;
    private final Budget budget;
    private final Output output;
    private final Deque<Map<String, @Nullable Object>> variables = new ArrayDeque<>();
    private @Nullable Object dot;

    Run(Call call, Budget budget) {
        this.call = call;
        this.budget = budget;
        this.output = new Output(budget);
        this.dot = call;
        variables.push(new HashMap<>(Map.of("$", call)));
    }

    String of(List<Node> nodes) {
        nodes.forEach(this::run);
        return output.html();
    }

    private void run(Node node) {
        budget.step(1);
        if (node instanceof Words words) {
            output.words(words.text());
        } else if (node instanceof Shown shown) {
            at(shown.line(), () -> output.shown(value(shown.value())));
        } else if (node instanceof Assigned assigned) {
            at(assigned.line(), () -> assign(assigned));
        } else if (node instanceof Branch branch) {
            at(branch.line(), () -> branch(branch));
        } else if (node instanceof Repeated repeated) {
            at(repeated.line(), () -> repeat(repeated));
        }
    }

    private static void at(int line, Runnable part) {
        try {
            part.run();
        } catch (NotUnderstood refused) {
            throw refused.at(line);
        }
    }

    private void assign(Assigned assigned) {
        var value = value(assigned.value());
        if (assigned.declares()) {
            variables.element().put(assigned.variable(), value);
        } else {
            scope(assigned.variable()).put(assigned.variable(), value);
        }
    }

    private Map<String, @Nullable Object> scope(String variable) {
        return variables.stream()
                .filter(scope -> scope.containsKey(variable))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("the variable " + variable + " is not defined"));
    }

    private void branch(Branch branch) {
        var asked = value(branch.asked());
        var holds = Values.truth(asked);
        var declared = new HashMap<String, @Nullable Object>();
        if (branch.variable() != null) {
            declared.put(branch.variable(), asked);
        }
        within(declared, holds && branch.with() ? asked : dot, holds ? branch.then() : branch.otherwise());
    }

    private void within(Map<String, @Nullable Object> declared, @Nullable Object newDot, List<Node> nodes) {
        var before = dot;
        variables.push(declared);
        dot = newDot;
        nodes.forEach(this::run);
        dot = before;
        variables.pop();
    }

    private void repeat(Repeated repeated) {
        var entries = entries(value(repeated.over()));
        for (var entry : entries) {
            budget.step(1);
            var declared = new HashMap<String, @Nullable Object>();
            if (repeated.variables().key() != null) {
                declared.put(repeated.variables().key(), entry.key());
            }
            if (repeated.variables().value() != null) {
                declared.put(repeated.variables().value(), entry.value());
            }
            within(declared, entry.value(), repeated.each());
        }
        if (entries.isEmpty()) {
            within(new HashMap<>(), dot, repeated.otherwise());
        }
    }

    private record Entry(Object key, @Nullable Object value) {}

    private List<Entry> entries(@Nullable Object over) {
        var entries = new ArrayList<Entry>();
        if (over instanceof Map<?, ?> table) {
            table.forEach((key, value) -> entries.add(new Entry(key, value)));
        } else {
            for (var value : Values.list(over)) {
                entries.add(new Entry((long) entries.size(), value));
            }
        }
        return entries;
    }

    private @Nullable Object value(Expression expression) {
        budget.step(1);
        if (expression instanceof Literal literal) {
            return literal.value();
        }
        if (expression instanceof Variable variable) {
            return scope(variable.name()).get(variable.name());
        }
        if (expression instanceof Fields fields) {
            return field(fields);
        }
        return expression instanceof Applied applied ? applied(applied) : dot;
    }

    private @Nullable Object field(Fields fields) {
        var value = value(fields.of());
        var last = fields.names().size() - 1;
        for (var name : fields.names().subList(0, last)) {
            value = Subjects.field(value, name, List.of());
        }
        return Subjects.field(value, fields.names().get(last), values(fields.arguments()));
    }

    private @Nullable Object applied(Applied applied) {
        var isAnd = applied.function().equals("and");
        if (isAnd || applied.function().equals("or")) {
            return decided(applied.arguments(), isAnd);
        }
        return Functions.value(applied.function(), values(applied.arguments()), call, budget);
    }

    /** The first that decides it, or the last. */
    private @Nullable Object decided(List<Expression> arguments, boolean isAnd) {
        Object value = null;
        for (var argument : arguments) {
            value = value(argument);
            if (Values.truth(value) != isAnd) {
                return value;
            }
        }
        return value;
    }

    private List<@Nullable Object> values(List<Expression> expressions) {
        var values = new ArrayList<@Nullable Object>();
        expressions.forEach(expression -> values.add(value(expression)));
        return values;
    }
}
