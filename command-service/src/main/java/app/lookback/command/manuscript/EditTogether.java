package app.lookback.command.manuscript;

import app.lookback.command.platform.DecidedAgain;
import app.lookback.contract.PostId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Edits of one post that waited at the same time, in their order: one transaction for all of them. Answers an
 * {@link Outcome} for each.
 */
record EditTogether(PostId post, List<EditSource> edits, boolean freshlyRead) implements DecidedAgain {

    EditTogether(PostId post, List<EditSource> edits) {
        this(post, edits, false);
    }

    @TargetAggregateIdentifier
    public String manuscript() {
        return post.manuscript();
    }

    @Override
    public Object again() {
        return new EditTogether(post, edits, true);
    }
}
