package app.lookback.command.post;

import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.contract.Update;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What a post can be asked by its own slice; others ask by the commands that are public.
 */
sealed interface PostCommand {

    record CreatePost(@TargetAggregateIdentifier PostId post, String path, PersonId author, FileForm form, Instant at)
            implements PostCommand {}

    record MovePost(@TargetAggregateIdentifier PostId post, String path, PersonId by, Instant at)
            implements PostCommand {}

    record ChangeRole(@TargetAggregateIdentifier PostId post, PersonId person, Role role, PersonId by, Instant at)
            implements PostCommand {}

    /** Who takes back their own access leaves. */
    record TakeAccessBack(@TargetAggregateIdentifier PostId post, PersonId person, PersonId by, Instant at)
            implements PostCommand {}

    record DeletePost(@TargetAggregateIdentifier PostId post, PersonId by, Instant at) implements PostCommand {}

    record RestorePost(@TargetAggregateIdentifier PostId post, PersonId by, Instant at) implements PostCommand {}

    record WithdrawPost(@TargetAggregateIdentifier PostId post, PersonId by, Instant at) implements PostCommand {}

    /** Readers shall be able to watch how it was written. */
    record OpenHistory(@TargetAggregateIdentifier PostId post, PersonId by, Instant at) implements PostCommand {}

    record CloseHistory(@TargetAggregateIdentifier PostId post, PersonId by, Instant at) implements PostCommand {}

    /** The revision exists. */
    record SchedulePublication(
            @TargetAggregateIdentifier PostId post,
            long revision,
            Instant due,
            PersonId by,
            Instant at,
            @Nullable Update update)
            implements PostCommand {}

    record UnschedulePublication(@TargetAggregateIdentifier PostId post, PersonId by, Instant at)
            implements PostCommand {}

    /** What was scheduled for {@code due} is due. */
    record PublishScheduled(@TargetAggregateIdentifier PostId post, Instant due, Instant at) implements PostCommand {}
}
