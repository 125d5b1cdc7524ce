package app.lookback.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();

    @Test
    void an_empty_pack_is_read_back() {
        assertThat(Pack.parse(Pack.EMPTY.bytes())).isEqualTo(Pack.EMPTY);
    }

    @Test
    void changes_of_all_kinds_are_read_back() {
        var pack = pack(
                "[[0,\"季節\",\"流れゆく\"]]",
                "[7,[0,\"😀\"]]",
                "[9]",
                "",
                "[3000,[5],2]",
                "[[2],[0,\"ab\"],2998,[1,\"x\"],1]",
                "[[0,\"z\"],3002]");

        assertThat(Pack.parse(pack.bytes())).isEqualTo(pack);
    }

    @Test
    void several_who_write_at_once_and_clocks_that_go_back_are_read_back() {
        for (long seed = 1; seed <= 50; seed++) {
            var pack = writing(128, new Random(seed));
            assertThat(Pack.parse(pack.bytes())).as("seed " + seed).isEqualTo(pack);
        }
    }

    @Test
    void a_letter_that_is_typed_takes_a_few_bytes() {
        var typed = new ArrayList<Kept>();
        for (int i = 0; i < 128; i++) {
            var changes = ChangeSet.replace(
                    100_000 + i, 50_000 + i, 50_000 + i, "The quick brown fox ".substring(i % 20, i % 20 + 1));
            typed.add(new Kept(9000 + i, "c0ffee00-0000-4000-8000-000000000001", 70 + i, ADA, time(i), changes));
        }

        assertThat(new Pack(typed).bytes()).hasSizeLessThan(128 * 4);
    }

    private static Instant time(int i) {
        return Instant.ofEpochMilli(1_790_000_000_000L + 180L * i + (i * 37) % 90);
    }

    private static Pack pack(String... changes) {
        var kept = new ArrayList<Kept>();
        for (var json : changes) {
            int n = kept.size();
            kept.add(new Kept(5 + n, "client", 3 * n + 1, ADA, time(n), json.isEmpty() ? null : ChangeSet.parse(json)));
        }
        return new Pack(kept);
    }

    private static Pack writing(int count, Random random) {
        var kept = new ArrayList<Kept>();
        int length = 0;
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(length + 1);
            var text = List.of("", "x", "季節", "a\nb", "\"").get(random.nextInt(5));
            var changes = ChangeSet.replace(length, from, Math.min(length, from + random.nextInt(3)), text);
            var ada = random.nextBoolean();
            kept.add(new Kept(
                    i + 1,
                    ada ? "adas" : "bens",
                    random.nextInt(1000),
                    ada ? ADA : BEN,
                    Instant.ofEpochMilli(random.nextInt(100_000)),
                    changes));
            length = changes.newLength();
        }
        return new Pack(kept);
    }
}
