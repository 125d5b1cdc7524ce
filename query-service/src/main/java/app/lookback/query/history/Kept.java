package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import app.lookback.text.Walk;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A revision as a bucket keeps it: without its changes where these are large, so that a bucket stays small. */
public record Kept(
        long revision,
        String client,
        long sequence,
        PersonId author,
        Instant at,
        @Nullable ChangeSet changes) {

    private static final int LARGE = 32 * 1024;

    /** Changes too large for a bucket, in a document of their own. */
    public record Paste(@BsonId String id, ChangeSet changes) {}

    /** Changes of one place only, as nearly all are. */
    record Replacement(int from, int deleted, String inserted) {

        /** Null where the changes are in several places, or in none. */
        static @Nullable Replacement of(ChangeSet changes) {
            var finding = new Finding();
            changes.walk(finding);
            return finding.found == 1 ? finding.last : null;
        }
    }

    private static final class Finding implements Walk {
        private int position;
        private int found;
        private @Nullable Replacement last;

        @Override
        public void kept(int units) {
            position += units;
        }

        @Override
        public void replaced(int units, String inserted) {
            last = new Replacement(position, units, inserted);
            position += units;
            found++;
        }
    }

    static Kept of(Revision r) {
        return new Kept(r.revision(), r.client(), r.sequence(), r.author(), r.at(), isLarge(r) ? null : r.changes());
    }

    static boolean isLarge(Revision revision) {
        return revision.weight() > LARGE;
    }

    static Paste paste(PostId post, Revision revision) {
        return new Paste(Bucket.id(post, revision.revision()), revision.changes());
    }

    Revision with(ChangeSet allChanges) {
        return new Revision(revision, client, sequence, author, at, allChanges);
    }
}
