package app.lookback.query.history;

import app.lookback.contract.PostId;
import org.bson.codecs.pojo.annotations.BsonId;

/** The full source of a post at one revision. */
public record Checkpoint(@BsonId String id, PostId post, long revision, String source) {

    static Checkpoint of(PostId post, long revision, String source) {
        return new Checkpoint(Bucket.id(post, revision), post, revision, source);
    }

    /** Revision 0 of each post is empty. */
    static Checkpoint empty(PostId post) {
        return of(post, 0, "");
    }
}
