package app.lookback.query.exporting;

import app.lookback.contract.PostId;
import app.lookback.query.history.Replay;
import app.lookback.text.ChangeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sources of the posts that were written last, so that the next revision costs only what changed. */
final class LoggedSources implements Sources {

    private static final int KEPT = 16;
    private static final int APPLIED_AT_ONCE = 500;

    private record Text(long revision, String source) {}

    private final LoggedEvents log;
    private final Map<PostId, Text> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PostId, Text> eldest) {
            return size() > KEPT;
        }
    };

    LoggedSources(LoggedEvents log) {
        this.log = log;
    }

    @Override
    public String at(PostId post, long revision) {
        var from = kept.get(post);
        if (from == null || from.revision() > revision) {
            from = new Text(0, "");
        }
        if (from.revision() < revision) {
            from = new Text(revision, grown(post, from, revision));
            kept.put(post, from);
        }
        return from.source();
    }

    private String grown(PostId post, Text from, long revision) {
        var source = new String[] {from.source()};
        var changes = new ArrayList<ChangeSet>();
        log.edits(post, from.revision(), revision, edit -> {
            changes.add(edit.changes());
            if (changes.size() == APPLIED_AT_ONCE) {
                source[0] = Replay.apply(source[0], changes);
                changes.clear();
            }
        });
        return Replay.apply(source[0], changes);
    }
}
