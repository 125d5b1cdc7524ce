package app.lookback.query.history;

import app.lookback.query.history.Bucket.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a run of revisions makes of a post's open bucket: buckets that are full, and a new open one. Depends on nothing but
 * the revisions, in whatever portions they come.
 */
record Growth(long before, List<Bucket> full, Bucket open) {

    static Growth of(Bucket open, List<Revision> added) {
        var full = new ArrayList<Bucket>();
        var filling = new Filling(open);
        for (var revision : added) {
            if (filling.isFull()) {
                var bucket = filling.bucket();
                full.add(bucket.closed());
                filling = new Filling(bucket.next());
            }
            filling.add(revision);
        }
        return new Growth(open.to(), full, filling.bucket());
    }

    /** The revisions of this run at which a checkpoint of the source is to be placed. */
    List<Long> sources() {
        return placed(Bucket::sources);
    }

    /** And those at which one of the authorship is. */
    List<Long> weaves() {
        return placed(Bucket::weaves);
    }

    private List<Long> placed(Function<Bucket, Places> places) {
        return Stream.concat(full.stream(), Stream.of(open))
                .flatMap(bucket -> places.apply(bucket).at().stream())
                .filter(at -> at > before)
                .distinct()
                .toList();
    }
}
