package app.lookback.command.address;

import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The path shall belong to this post. */
public record ClaimAddress(@TargetAggregateIdentifier String path, PostId post, Instant at) {}
