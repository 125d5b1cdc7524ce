package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import java.util.stream.Stream;

/** What a room needs to know of its post when it opens, or has missed something. */
interface Manuscripts {

    record Newest(long revision, String source) {}

    Newest newest(PostId post);

    /** The edits after that revision, in order. */
    Stream<SourceEdited> after(PostId post, long revision);

    /** Where the post is. */
    String path(PostId post);
}
