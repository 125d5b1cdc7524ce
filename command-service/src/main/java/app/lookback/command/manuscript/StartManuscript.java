package app.lookback.command.manuscript;

import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The post's manuscript shall exist, with nothing in it. */
public record StartManuscript(PostId post, Instant at) {

    @TargetAggregateIdentifier
    public String manuscript() {
        return post.manuscript();
    }
}
