package app.lookback.text;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link AlgebraBenchmark} and puts each operation's median and its garbage beside one copy of the text. */
final class AlgebraCosts {

    private static final String LIMIT = "copyOfTheText";

    private AlgebraCosts() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler("gc")
                .build();
        var table =
                new StringBuilder("\n| load | operation | median us | times a copy | bytes |\n|---|---|---|---|---|\n");
        byLoad(new Runner(options).run()).forEach((load, results) -> append(load, results, table));
        System.out.println(table);
    }

    private static Map<AlgebraBenchmark.Load, Map<String, RunResult>> byLoad(Collection<RunResult> results) {
        var all = new TreeMap<AlgebraBenchmark.Load, Map<String, RunResult>>();
        for (var result : results) {
            var load = AlgebraBenchmark.Load.valueOf(result.getParams().getParam("load"));
            all.computeIfAbsent(load, key -> new TreeMap<>())
                    .put(result.getPrimaryResult().getLabel(), result);
        }
        return all;
    }

    private static void append(AlgebraBenchmark.Load load, Map<String, RunResult> results, StringBuilder table) {
        var limit = results.get(LIMIT);
        results.forEach((operation, result) -> table.append("| %s | %s | %.2f | %s | %.0f |%n"
                .formatted(
                        load,
                        operation,
                        median(result) / 1000,
                        limit == null ? "" : "%.2f".formatted(median(result) / median(limit)),
                        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore())));
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }
}
