package app.lookback.command.marks;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The revision is what stood in this file; that it exists is known to who sends this. */
public record MarkImport(PostId post, long revision, String file, PersonId by, Instant at) {

    @TargetAggregateIdentifier
    public String marks() {
        return post.marks();
    }
}
