package app.lookback.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /**
     * Revision {@code revision} is what stood in the file of this name, or, where {@code sha256} is said, what became of it
     * beside what others wrote meanwhile; then the store of media holds the bytes of the file.
     */
    record SourceImported(
            PostId post,
            long revision,
            String file,
            PersonId by,
            Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String sha256)
            implements MarkEvent {
        public SourceImported(PostId post, long revision, String file, PersonId by, Instant at) {
            this(post, revision, file, by, at, null);
        }
    }
}
