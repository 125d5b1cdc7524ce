package app.lookback.command.marks;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be marked in a post's history; that {@code by} may, and that the revisions exist, is known to who sends this. */
sealed interface MarkCommand {

    PostId post();

    @TargetAggregateIdentifier
    default String marks() {
        return post().marks();
    }

    /** Answers the label's number. */
    record LabelRevision(PostId post, long revision, String name, PersonId by, Instant at) implements MarkCommand {}

    record RenameLabel(PostId post, int label, String name, PersonId by, Instant at) implements MarkCommand {}

    record RemoveLabel(PostId post, int label, PersonId by, Instant at) implements MarkCommand {}

    record MarkRestoration(PostId post, long revision, long as, boolean whole, PersonId by, Instant at)
            implements MarkCommand {}
}
