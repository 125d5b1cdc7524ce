package app.lookback.command.marks;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The revision is what stood in this file; that it exists is known to who sends this.
 *
 * @param sha256 of the file's bytes, where others have written beside it; else null
 */
public record MarkImport(
        PostId post,
        long revision,
        String file,
        PersonId by,
        Instant at,
        @Nullable String sha256) {

    public MarkImport(PostId post, long revision, String file, PersonId by, Instant at) {
        this(post, revision, file, by, at, null);
    }

    @TargetAggregateIdentifier
    public String marks() {
        return post.marks();
    }
}
