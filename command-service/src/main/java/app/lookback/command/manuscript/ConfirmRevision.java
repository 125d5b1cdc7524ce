package app.lookback.command.manuscript;

import app.lookback.contract.PostId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Is refused unless the manuscript has this revision, and it is not the empty revision 0. */
public record ConfirmRevision(PostId post, long revision) {

    @TargetAggregateIdentifier
    public String manuscript() {
        return post.manuscript();
    }
}
