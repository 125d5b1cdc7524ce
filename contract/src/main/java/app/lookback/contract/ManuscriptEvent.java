package app.lookback.contract;

import app.lookback.text.ChangeSet;
import java.time.Instant;

/** All that can happen to the source of a post. Aggregate: {@link PostId#manuscript()}. */
public sealed interface ManuscriptEvent {

    PostId post();

    /** The manuscript exists; its revision 0 is empty. */
    record ManuscriptStarted(PostId post, Instant at) implements ManuscriptEvent {}

    /**
     * One accepted edit. Applying {@code changes} to revision {@code revision - 1} gives revision {@code revision};
     * {@code client} and {@code sequence} are those of the submission and identify it for ever.
     */
    record SourceEdited(
            PostId post, long revision, PersonId author, String client, long sequence, ChangeSet changes, Instant at)
            implements ManuscriptEvent {}
}
