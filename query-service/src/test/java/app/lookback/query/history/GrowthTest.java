package app.lookback.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final PostId POST = PostId.random();
    private static final PersonId ADA = PersonId.random();

    @Test
    void buckets_and_checkpoints_are_the_same_in_whatever_portions_the_revisions_come() {
        var revisions = typing(3000, new Random(1));

        var atOnce = keep(revisions, 3000);

        assertThat(keep(revisions, 1)).isEqualTo(atOnce);
        assertThat(keep(revisions, 77)).isEqualTo(atOnce);
    }

    @Test
    void checkpoints_do_not_outweigh_changes() {
        var revisions = typing(3000, new Random(2));
        var growth = Growth.of(Bucket.first(POST), revisions);

        long changes = growth.full().stream()
                .mapToLong(bucket -> bucket.revisions().bytes().length)
                .sum();
        long checkpoints = growth.sources().stream()
                .mapToLong(at -> source(revisions, at).bytes().length)
                .sum();

        assertThat(growth.sources()).isNotEmpty();
        assertThat(checkpoints).isPositive().isLessThanOrEqualTo(changes);
    }

    @Test
    void what_is_read_besides_a_checkpoint_is_bounded_by_the_size_of_the_source() {
        var revisions = typing(3000, new Random(3));
        var due = Growth.of(Bucket.first(POST), revisions).sources();

        long since = 0;
        for (var revision : revisions) {
            since += revision.weight();
            assertThat(since)
                    .isLessThanOrEqualTo(Math.max(20_000, revision.changes().newLength()) + 10_000);
            if (due.contains(revision.revision())) {
                since = 0;
            }
        }
    }

    @Test
    void edits_that_change_nothing_are_read_in_bounded_numbers_too() {
        var nothing = new ArrayList<Revision>();
        for (int i = 1; i <= 5000; i++) {
            nothing.add(new Revision(i, "client", i, ADA, Instant.EPOCH, ChangeSet.empty(0)));
        }

        assertThat(Growth.of(Bucket.first(POST), nothing).sources()).hasSizeGreaterThan(1);
    }

    @Test
    void a_bucket_stays_small() {
        for (var bucket :
                Growth.of(Bucket.first(POST), typing(3000, new Random(4))).full()) {
            assertThat(bucket.revisions().kept()).hasSize(Bucket.SPAN);
            assertThat(bucket.revisions().bytes()).hasSizeLessThan(30 * Bucket.SPAN);
        }
    }

    private static List<Bucket> keep(List<Revision> revisions, int portion) {
        var buckets = new ArrayList<Bucket>();
        var open = Bucket.first(POST);
        for (int i = 0; i < revisions.size(); i += portion) {
            var growth = Growth.of(open, revisions.subList(i, Math.min(revisions.size(), i + portion)));
            buckets.addAll(growth.full());
            open = growth.open();
        }
        buckets.add(open);
        return buckets;
    }

    private static Checkpoint.Text source(List<Revision> revisions, long at) {
        return new Checkpoint.Text(Replay.apply(
                "", revisions.stream().limit(at).map(Revision::changes).toList()));
    }

    private static List<Revision> typing(int count, Random random) {
        var typed = new ArrayList<Revision>();
        int length = 0;
        for (int i = 1; i <= count; i++) {
            int at = random.nextInt(length + 1);
            int end = Math.min(length, at + random.nextInt(3));
            var text = random.nextInt(50) == 0 ? "流れゆく季節".repeat(random.nextInt(40)) : "季x";
            var changes = ChangeSet.replace(length, at, end, text);
            typed.add(new Revision(i, "client", i, ADA, Instant.EPOCH.plusSeconds(i), changes));
            length = changes.newLength();
        }
        return typed;
    }
}
