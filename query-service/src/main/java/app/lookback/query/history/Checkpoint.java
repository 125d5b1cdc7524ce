package app.lookback.query.history;

import app.lookback.contract.PostId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** The full source of a post at one revision. */
public record Checkpoint(@BsonId String id, PostId post, long revision, Text text) {

    /** A source as it is kept. */
    public record Text(String source) {

        byte[] bytes() {
            return Deflated.of(source.getBytes(StandardCharsets.UTF_8));
        }

        static Text parse(byte[] bytes) {
            return new Text(new String(Deflated.inflated(bytes), StandardCharsets.UTF_8));
        }
    }

    static Checkpoint of(PostId post, long revision, String source) {
        return new Checkpoint(Bucket.id(post, revision), post, revision, new Text(source));
    }

    /** Revision 0 of each post is empty. */
    static Checkpoint empty(PostId post) {
        return of(post, 0, "");
    }

    /** Where these revisions, which must follow, lead to. */
    Checkpoint after(List<Revision> revisions) {
        return revisions.isEmpty()
                ? this
                : of(
                        post,
                        last(revisions),
                        Replay.apply(
                                source(),
                                revisions.stream().map(Revision::changes).toList()));
    }

    static long last(List<Revision> revisions) {
        return revisions.get(revisions.size() - 1).revision();
    }

    String source() {
        return text.source();
    }
}
