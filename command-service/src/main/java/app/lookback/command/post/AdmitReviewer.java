package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** {@code reviewer}, invited by the author {@code by}, may read the draft from now on. */
public record AdmitReviewer(@TargetAggregateIdentifier PostId post, PersonId reviewer, PersonId by, Instant at) {}
