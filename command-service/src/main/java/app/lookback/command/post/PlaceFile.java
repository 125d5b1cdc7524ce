package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The post's file shall stand at this path of the site's folder, as in {@code content/posts/look-back.md}. */
public record PlaceFile(@TargetAggregateIdentifier PostId post, String file, PersonId by, Instant at) {}
