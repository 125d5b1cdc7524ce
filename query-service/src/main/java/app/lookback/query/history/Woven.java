package app.lookback.query.history;

import app.lookback.contract.PostId;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** Where the source at a checkpoint comes from; apart from it, since hardly anyone asks for both. */
public record Woven(@BsonId String id, PostId post, long revision, Weave weave) {

    static Woven of(PostId post, long revision, Weave weave) {
        return new Woven(Bucket.id(post, revision), post, revision, weave);
    }

    /** Where these revisions, which must follow, lead to. */
    Woven after(List<Revision> revisions) {
        return revisions.isEmpty() ? this : of(post, Checkpoint.last(revisions), weave.after(revisions));
    }
}
