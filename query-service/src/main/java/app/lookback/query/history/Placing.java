package app.lookback.query.history;

import app.lookback.query.history.Bucket.Places;
import java.util.ArrayList;
import java.util.List;

/**
 * Where checkpoints go, while revisions are added. Law: one is due once the changes since the last one weigh at least as
 * much as {@code times} the source is long, and 20,000 characters in any case. A source is deflated to less than its
 * length, and so checkpoints do not outweigh changes; and whoever reads a revision reads, besides a checkpoint, changes of
 * a few times the source's size at most.
 */
final class Placing {

    /** What is read at once anyhow, so that a short source does not get a checkpoint with every other edit. */
    private static final long LIGHT = 20_000;

    private final int times;
    private final List<Long> at;
    private long since;

    private Placing(Places before, int times) {
        this.at = new ArrayList<>(before.at());
        this.since = before.since();
        this.times = times;
    }

    static Placing ofSources(Places before) {
        return new Placing(before, 1);
    }

    /** Authorship weighs more than the source, and is asked for less often. */
    static Placing ofWeaves(Places before) {
        return new Placing(before, 4);
    }

    void follow(Revision revision) {
        since += revision.weight();
        if (since >= times * Math.max(LIGHT, revision.changes().newLength())) {
            since = 0;
            at.add(revision.revision());
        }
    }

    Places places() {
        return new Places(since, List.copyOf(at));
    }
}
