package app.lookback.command.manuscript;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The {@code sequence}-th edit (from 1) that {@code author} made in the editor {@code client}, while seeing revision
 * {@code base}. Answers the revision that it became.
 */
public record EditSource(
        PostId post, PersonId author, String client, long sequence, long base, ChangeSet changes, Instant at) {

    /** The text with which a post begins, from an editor of its own. */
    public static EditSource firstText(PostId post, PersonId author, String text, Instant at) {
        var client = UUID.randomUUID().toString();
        return new EditSource(post, author, client, 1, 0, ChangeSet.replace(0, 0, 0, text), at);
    }

    @TargetAggregateIdentifier
    public String manuscript() {
        return post.manuscript();
    }
}
