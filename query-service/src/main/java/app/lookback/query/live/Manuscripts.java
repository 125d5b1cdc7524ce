package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.query.library.Member;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a room needs to know of its post when it opens, or has missed something. */
interface Manuscripts {

    record Newest(long revision, String source) {}

    /** @param events how many events of the post this comes from */
    record Standing(
            long events,
            String path,
            boolean withdrawn,
            boolean historyOpen,
            @Nullable Instant scheduled,
            List<Member> people) {}

    Newest newest(PostId post);

    /** The edits after that revision, in order. */
    Stream<SourceEdited> after(PostId post, long revision);

    /** The post besides its source, as the log says it is now. */
    Standing standing(PostId post);

    /** Whether readers get this edition at this path. */
    boolean isRead(String path, int edition);
}
