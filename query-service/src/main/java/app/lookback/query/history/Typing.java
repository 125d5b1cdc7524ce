package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Weave.Typist;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who has typed how much, while it is counted. */
final class Typing {

    private final Map<PersonId, Integer> numbers = new LinkedHashMap<>();
    private final List<long[]> typed = new ArrayList<>();

    Typing(List<Typist> before) {
        before.forEach(typist -> typed(typist.author(), typist.typed()));
    }

    /** Counts, and answers the author's number. */
    int typed(PersonId author, long units) {
        int number = numbers.computeIfAbsent(author, first -> {
            typed.add(new long[1]);
            return typed.size() - 1;
        });
        typed.get(number)[0] += units;
        return number;
    }

    List<Typist> typists() {
        return numbers.entrySet().stream()
                .map(known -> new Typist(known.getKey(), typed.get(known.getValue())[0]))
                .toList();
    }
}
