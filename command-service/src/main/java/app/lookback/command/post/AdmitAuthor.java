package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** {@code author}, invited by the author {@code by}, may write the post from now on. */
public record AdmitAuthor(@TargetAggregateIdentifier PostId post, PersonId author, PersonId by, Instant at) {}
