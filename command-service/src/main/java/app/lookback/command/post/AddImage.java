package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The image with these bytes shall belong to the post, at the free {@code path}. Answers the path where it is: another
 * one when the post has these bytes already.
 *
 * @param original the path of the image that this one is a smaller copy of; empty if it is none
 */
public record AddImage(
        @TargetAggregateIdentifier PostId post,
        String path,
        String sha256,
        String mediaType,
        long size,
        String original,
        PersonId by,
        Instant at) {}
