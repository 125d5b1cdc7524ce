package app.lookback.query.rendering.template;

import static app.lookback.query.rendering.template.Values.list;
import static app.lookback.query.rendering.template.Values.text;
import static app.lookback.query.rendering.template.Values.whole;
import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions on lists and tables, and what stands in for what is not set. */
final class OfLists {

    private static final int LONGEST = 2_000;

    static final Map<String, Function> ALL = Map.ofEntries(
            entry(
                    "default",
                    Function.of(
                            1,
                            2,
                            (all, call, budget) -> all.size() > 1 && isSet(all.get(1)) ? all.get(1) : all.get(0))),
            entry("cond", Function.of(3, 3, (all, call, budget) -> Values.truth(all.get(0)) ? all.get(1) : all.get(2))),
            entry("len", Function.of(one -> Values.length(one))),
            entry("isset", Function.of((of, key) -> has(of, key))),
            entry("index", Function.of(2, 5, (all, call, budget) -> indexed(all))),
            entry("slice", Function.of(0, LONGEST, (all, call, budget) -> new ArrayList<>(all))),
            entry("dict", Function.of(0, LONGEST, (all, call, budget) -> table(all))),
            entry("first", Function.of((number, of) -> part(of, 0, whole(number)))),
            entry("last", Function.of((number, of) -> part(of, list(of).size() - whole(number), list(of).size()))),
            entry("after", Function.of((number, of) -> part(of, whole(number), list(of).size()))),
            entry("in", Function.of((of, part) -> isIn(of, part))),
            entry("delimit", Function.of(2, 3, (all, call, budget) -> delimited(all))),
            entry("seq", Function.of(1, 3, (all, call, budget) -> sequence(all))));

    private OfLists() {}

    private static boolean isSet(@Nullable Object value) {
        return value instanceof Boolean || Values.truth(value);
    }

    private static boolean has(@Nullable Object of, @Nullable Object key) {
        if (of instanceof Map<?, ?> table) {
            return table.containsKey(text(key));
        }
        if (of instanceof List<?> list && key instanceof Long place) {
            return place >= 0 && place < list.size();
        }
        throw new NotUnderstood("'isset' of " + Values.kind(of) + " by " + Values.kind(key) + " is not understood");
    }

    private static @Nullable Object indexed(List<@Nullable Object> all) {
        Object found = all.get(0);
        for (var key : all.subList(1, all.size())) {
            found = one(found, key);
        }
        return found;
    }

    private static @Nullable Object one(@Nullable Object of, @Nullable Object key) {
        if (of == null) {
            return null;
        }
        if (of instanceof Map<?, ?> table) {
            return table.get(text(key));
        }
        var list = list(of);
        var place = whole(key);
        if (place < 0 || place >= list.size()) {
            throw new NotUnderstood("'index' asks for value " + place + " of a list that has " + list.size());
        }
        return list.get((int) place);
    }

    private static Object table(List<@Nullable Object> all) {
        if (all.size() % 2 > 0) {
            throw new NotUnderstood("'dict' has a name without a value");
        }
        var table = new TreeMap<String, @Nullable Object>();
        for (var at = 0; at < all.size(); at += 2) {
            table.put(text(all.get(at)), all.get(at + 1));
        }
        return table;
    }

    private static Object part(@Nullable Object of, long from, long to) {
        var list = list(of);
        var start = Math.max(0, Math.min(list.size(), from));
        return new ArrayList<>(list.subList((int) start, (int) Math.max(start, Math.min(list.size(), to))));
    }

    private static boolean isIn(@Nullable Object of, @Nullable Object part) {
        return Values.isText(of)
                ? text(of).contains(text(part))
                : list(of).stream().anyMatch(one -> Values.equal(one, part));
    }

    private static Object delimited(List<@Nullable Object> all) {
        var texts = list(all.get(0)).stream().map(Values::text).toList();
        var last = texts.size() - 1;
        return all.size() < 3 || last < 1
                ? Marked.html(String.join(text(all.get(1)), texts))
                : Marked.html(
                        texts.stream().limit(last).collect(Collectors.joining(text(all.get(1)), "", text(all.get(2))))
                                + texts.get(last));
    }

    private static Object sequence(List<@Nullable Object> all) {
        var first = all.size() == 1 ? 1 : whole(all.get(0));
        var last = whole(all.get(all.size() - 1));
        var step = all.size() == 3 ? whole(all.get(1)) : last < first ? -1 : 1;
        if (step == 0 || Math.abs(last / 2 - first / 2) / Math.abs(step) > LONGEST / 2) {
            throw new NotUnderstood("'seq' makes more than " + LONGEST + " numbers");
        }
        var numbers = new ArrayList<Object>();
        for (var number = first; step > 0 ? number <= last : number >= last; number += step) {
            numbers.add(number);
        }
        return numbers;
    }
}
