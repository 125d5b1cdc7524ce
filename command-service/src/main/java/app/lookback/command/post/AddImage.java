package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The image with these bytes shall belong to the post, at the free {@code path}. Answers the path where it is: another
 * one when the post has these bytes already.
 */
public record AddImage(
        @TargetAggregateIdentifier PostId post,
        String path,
        String sha256,
        String mediaType,
        long size,
        PersonId by,
        Instant at) {}
