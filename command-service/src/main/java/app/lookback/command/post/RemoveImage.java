package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The image at this path shall no longer be offered where nothing shows it. */
public record RemoveImage(@TargetAggregateIdentifier PostId post, String path, PersonId by, Instant at) {}
