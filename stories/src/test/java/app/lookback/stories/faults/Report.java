package app.lookback.stories.faults;

import app.lookback.stories.faults.Happening.Answered;
import app.lookback.stories.faults.Happening.Fault;
import app.lookback.stories.faults.Happening.Submitted;
import app.lookback.stories.faults.Happening.Unanswered;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a run was, in a few lines. */
final class Report {

    private static final int MOST_SHOWN = 20;

    private final History history;
    private final Evidence evidence;
    private final long seed;

    Report(History history, Evidence evidence, long seed) {
        this.history = history;
        this.evidence = evidence;
        this.seed = seed;
    }

    void print(List<Violation> violations) {
        System.out.printf("Faults with seed %d: %s%n", seed, counts("kill "));
        System.out.printf("  paused: %s%n", counts("pause "));
        System.out.printf(
                "  %d edits submitted in %d attempts: %d answers, %d attempts without one; the log has %d revisions of %d posts%n",
                history.all(Submitted.class).stream()
                        .map(Submitted::edit)
                        .distinct()
                        .count(),
                history.all(Submitted.class).size(),
                history.all(Answered.class).size(),
                history.all(Unanswered.class).size(),
                evidence.log().values().stream().mapToInt(List::size).sum(),
                evidence.log().size());
        System.out.println(violations.isEmpty() ? "  All laws hold." : "  VIOLATED:");
        violations.stream().limit(MOST_SHOWN).forEach(violation -> System.out.println("    " + violation));
    }

    private String counts(String kind) {
        var counts = history.all(Fault.class).stream()
                .map(Fault::what)
                .filter(what -> what.startsWith(kind))
                .map(what -> what.substring(kind.length()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return all + " " + counts;
    }
}
