package app.lookback.query.history;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run of revisions makes of a post's open bucket: buckets that are full, a new open one, and the revisions at
 * which a checkpoint is to be placed. Depends on nothing but the revisions, in whatever portions they come.
 */
record Growth(List<Bucket> full, Bucket open, List<Long> checkpoints) {

    static Growth of(Bucket open, List<Revision> added) {
        var full = new ArrayList<Bucket>();
        var checkpoints = new ArrayList<Long>();
        for (var revision : added) {
            if (!open.fits(revision)) {
                throw new IllegalStateException("Revision " + revision.revision() + " does not fit the one before.");
            }
            if (open.isFull()) {
                full.add(open.closed());
                open = open.next();
            }
            open = open.with(revision);
            if (open.sinceCheckpoint() == 0) {
                checkpoints.add(revision.revision());
            }
        }
        return new Growth(full, open, checkpoints);
    }
}
