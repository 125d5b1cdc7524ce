package app.lookback.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private static final int PARTS = 200_000;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void edits_of_very_many_parts_take_time_in_proportion() {
        var text = "ab".repeat(PARTS);
        var one = scattered("x");
        var other = scattered("y");
        withinTheLimit(() -> {
            var both = one.compose(other.map(one, false));
            assertThat(both).isNotEqualTo(one);
            assertThat(both.apply(text))
                    .isEqualTo(other.compose(one.map(other, true)).apply(text));
            assertThat(both.invert(text).apply(both.apply(text))).isEqualTo(text);
            assertThat(ChangeSet.parse(both.toJson())).isEqualTo(both);
            both.check(text);
        });
    }

    @Test
    void very_many_insertions_that_become_one_take_time_in_proportion() {
        var many = scattered("x");
        var all = ChangeSet.replace(2 * PARTS, 0, 2 * PARTS, "");
        withinTheLimit(() -> assertThat(many.map(all, false)).hasToString("+" + "x".repeat(PARTS)));
    }

    /** Of the processor's time, for others may keep it busy. */
    private static void withinTheLimit(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(LIMIT);
    }

    private static ChangeSet scattered(String insert) {
        var parts = new Parts();
        for (int i = 0; i < PARTS; i++) {
            parts.keep(1);
            parts.replace(1, 1, insert, 0);
        }
        return parts.build();
    }
}
