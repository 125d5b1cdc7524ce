package app.lookback.contract;

import java.time.Instant;

/** All that people mark in the history of a post. Aggregate: {@link PostId#marks()}. */
public sealed interface MarkEvent {

    PostId post();

    /** Revision {@code revision} has a name; {@code label} (1, 2, 3 ...) tells the labels of a post apart. */
    record RevisionLabelled(PostId post, int label, long revision, String name, PersonId by, Instant at)
            implements MarkEvent {}

    /** The label's name is another one from now on. */
    record LabelRenamed(PostId post, int label, String name, PersonId by, Instant at) implements MarkEvent {}

    /** The label is gone. */
    record LabelRemoved(PostId post, int label, PersonId by, Instant at) implements MarkEvent {}

    /**
     * Revision {@code as} is the edit by which {@code by} brought back revision {@code revision}, or, where not
     * {@code whole}, a part of it.
     */
    record RevisionRestored(PostId post, long revision, long as, boolean whole, PersonId by, Instant at)
            implements MarkEvent {}

    /** Revision {@code revision} is what stood in the file of this name. */
    record SourceImported(PostId post, long revision, String file, PersonId by, Instant at) implements MarkEvent {}
}
