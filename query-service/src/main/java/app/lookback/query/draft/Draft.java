package app.lookback.query.draft;

import app.lookback.contract.PostId;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** The newest source of a post and what its front matter calls it. */
public record Draft(@BsonId PostId post, long revision, Instant at, String title, String source) {

    /** A draft as lists need it. */
    public record Standing(@BsonId PostId post, long revision, Instant at, String title) {}
}
