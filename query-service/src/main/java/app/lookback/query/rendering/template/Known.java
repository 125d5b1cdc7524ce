package app.lookback.query.rendering.template;

import app.lookback.query.rendering.template.Expression.Dot;
import app.lookback.query.rendering.template.Expression.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses what is not understood as soon as a template is read, and so that it is named before anybody calls it. */
final class Known {

    private static final int MOST_PLACES = 20;

    private final Deque<Set<String>> variables = new ArrayDeque<>();

    /** How many {@code with} and {@code range} stand around, within which the dot is no longer the call. */
    private int around;

    /** What of the call is asked for, as in {@code Inner}. */
    private final Set<String> asked = new TreeSet<>();

    private final Set<String> names = new LinkedHashSet<>();
    private int places;

    Known() {
        variables.push(new HashSet<>(Set.of("$")));
    }

    void open(boolean movesDot) {
        variables.push(new HashSet<>());
        around += movesDot ? 1 : 0;
    }

    void close(boolean movedDot) {
        variables.pop();
        around -= movedDot ? 1 : 0;
    }

    void declare(String variable) {
        variables.element().add(variable);
    }

    void variable(String name) {
        if (variables.stream().noneMatch(some -> some.contains(name))) {
            throw new NotUnderstood("the variable " + name + " is not defined");
        }
    }

    void function(String name, int arguments) {
        if (!Functions.know(name)) {
            throw new NotUnderstood("'" + name + "' is not understood");
        }
        Functions.check(name, arguments);
    }

    void fields(Expression of, List<String> names) {
        var isCall = of instanceof Variable variable && variable.name().equals("$") || of instanceof Dot && around == 0;
        if (!isCall) {
            return;
        }
        asked.add(names.get(0));
        check(names, 0, Subjects.OF_CALL);
        if (names.get(0).equals("Page")) {
            check(names, 1, Subjects.OF_PAGE);
        }
        var site = names.indexOf("Site");
        if (site == 0 || site == 1 && names.get(0).equals("Page")) {
            check(names, site + 1, Subjects.OF_SITE);
        }
    }

    private static void check(List<String> names, int at, Set<String> understood) {
        if (at < names.size() && !understood.contains(names.get(at))) {
            throw new NotUnderstood("'." + String.join(".", names.subList(0, at + 1)) + "' is not understood");
        }
    }

    /** A value of the call is asked for, by its name or its place. */
    void got(Object key) {
        if (key instanceof String name) {
            names.add(name);
        } else if (key instanceof Long place && place >= 0 && place < MOST_PLACES) {
            places = Math.max(places, place.intValue() + 1);
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }

    int places() {
        return places;
    }

    Set<String> asked() {
        return asked;
    }
}
