package app.lookback.query.history;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.text.ChangeSet;
import java.time.Instant;

/** One accepted edit of a post: what made this revision of the one before. */
public record Revision(long revision, String client, long sequence, PersonId author, Instant at, ChangeSet changes) {

    private static final int WEIGHT_OF_THE_REST = 10;

    static Revision of(SourceEdited edit) {
        return new Revision(edit.revision(), edit.client(), edit.sequence(), edit.author(), edit.at(), edit.changes());
    }

    /** About how many characters it takes to write this down. */
    int weight() {
        return changes.size() + 4 * changes.parts() + WEIGHT_OF_THE_REST;
    }
}
