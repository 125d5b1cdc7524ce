package app.lookback.text;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each operation costs, beside the limit: one copy of the text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class AlgebraBenchmark {

    /** A text, and in how many places how much is inserted into it. */
    public enum Load {
        ONE_IN_5_KB("Lookback. ", 5_000, 1, "x"),
        ONE_IN_100_KB("Lookback. ", 100_000, 1, "x"),
        ONE_IN_1_MB("Lookback. ", 1_000_000, 1, "x"),
        ONE_IN_1_MB_OF_JAPANESE("流れゆく季節の中で、", 500_000, 1, "x"),
        THOUSAND_IN_1_MB("Lookback. ", 1_000_000, 1_000, "x"),
        PASTE_OF_1_MB("", 0, 1, "Look back.\n".repeat(91_000));

        private final String text;
        private final int places;
        private final String insert;

        Load(String sentence, int length, int places, String insert) {
            this.text = sentence.repeat(length / 10);
            this.places = places;
            this.insert = insert;
        }

        ChangeSet edit(int from, int length) {
            var parts = new Parts();
            int gap = length / (places + 1);
            for (int i = 0; i < places; i++) {
                parts.keep(i == 0 ? gap + from : gap);
                parts.replace(0, insert.length(), insert, 0);
            }
            parts.keep(length - from - places * gap);
            return parts.build();
        }
    }

    @Param
    public Load load = Load.ONE_IN_5_KB;

    private String text = "";
    private String json = "";
    private ChangeSet edit = ChangeSet.empty(0);
    private ChangeSet other = ChangeSet.empty(0);
    private ChangeSet after = ChangeSet.empty(0);

    @Setup
    public void prepare() {
        text = load.text;
        edit = load.edit(0, text.length());
        other = load.edit(Math.min(3, text.length()), text.length());
        after = load.edit(0, edit.newLength());
        json = edit.toJson();
    }

    /** The limit: what no edit of a text that is one array can do without. */
    @Benchmark
    public String copyOfTheText() {
        return text.isEmpty() ? load.insert.concat("!") : text.concat(load.insert);
    }

    @Benchmark
    public String apply() {
        return edit.apply(text);
    }

    @Benchmark
    public ChangeSet compose() {
        return edit.compose(after);
    }

    @Benchmark
    public ChangeSet map() {
        return edit.map(other, true);
    }

    @Benchmark
    public ChangeSet invert() {
        return edit.invert(text);
    }

    @Benchmark
    public int mapPosition() {
        return edit.mapPosition(text.length(), 1);
    }

    @Benchmark
    public boolean check() {
        edit.check(text);
        return edit.isEmpty();
    }

    @Benchmark
    public ChangeSet parse() {
        return ChangeSet.parse(json);
    }

    @Benchmark
    public String toJson() {
        return edit.toJson();
    }
}
