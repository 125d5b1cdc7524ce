package app.lookback.query.draft;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The newest source of a post, who edited it last, what its front matter calls it and which images it shows.
 *
 * @param by null as long as nothing was edited since this was kept
 * @param tags null likewise
 * @param pictures null likewise
 */
public record Draft(
        @BsonId PostId post,
        long revision,
        Instant at,
        @Nullable PersonId by,
        String title,
        @Nullable List<String> tags,
        @Nullable List<Picture> pictures,
        String source) {

    /** A draft as lists need it. */
    public record Standing(
            @BsonId PostId post,
            long revision,
            Instant at,
            @Nullable PersonId by,
            String title,
            @Nullable List<String> tags,
            @Nullable List<Picture> pictures) {}
}
