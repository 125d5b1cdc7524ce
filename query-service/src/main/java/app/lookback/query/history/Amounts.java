package app.lookback.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much was written in each {@link #SPAN} neighbouring revisions; the last span may be about fewer.
 *
 * @param ends when each span ended, in milliseconds of the epoch
 * @param inserted how many units were inserted
 * @param deleted and how many deleted
 */
public record Amounts(List<Long> ends, List<Long> inserted, List<Long> deleted) {

    static final int SPAN = 64;

    static final Amounts NONE = new Amounts(List.of(), List.of(), List.of());

    /** These and then those of what follows. */
    static Amounts of(Stream<Amounts> inTurn) {
        var all = new Amounts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        inTurn.forEach(some -> {
            all.ends.addAll(some.ends);
            all.inserted.addAll(some.inserted);
            all.deleted.addAll(some.deleted);
        });
        return all;
    }

    /** To be called of lists that can be changed, for the {@code place}-th revision of a bucket, from 0. */
    void add(int place, long end, long moreInserted, long moreDeleted) {
        if (place % SPAN == 0) {
            ends.add(end);
            inserted.add(moreInserted);
            deleted.add(moreDeleted);
        } else {
            int last = ends.size() - 1;
            ends.set(last, end);
            inserted.set(last, inserted.get(last) + moreInserted);
            deleted.set(last, deleted.get(last) + moreDeleted);
        }
    }
}
