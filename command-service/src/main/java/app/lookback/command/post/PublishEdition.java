package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Update;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Readers shall find this revision, which exists, as the post's next edition. Answers its number and path. */
public record PublishEdition(
        @TargetAggregateIdentifier PostId post,
        long revision,
        PersonId by,
        Instant at,
        @Nullable Update update) {

    public PublishEdition(PostId post, long revision, PersonId by, Instant at) {
        this(post, revision, by, at, null);
    }
}
