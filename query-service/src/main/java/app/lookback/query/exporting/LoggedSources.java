package app.lookback.query.exporting;

import app.lookback.contract.PostId;
import app.lookback.query.history.Replay;
import app.lookback.text.ChangeSet;
import java.util.ArrayList;

/** Writes a post anew from its edits. */
final class LoggedSources implements Sources {

    private static final int APPLIED_AT_ONCE = 500;

    private final LoggedEvents log;

    LoggedSources(LoggedEvents log) {
        this.log = log;
    }

    @Override
    public String at(PostId post, long revision) {
        var text = new Growing();
        log.edits(post, 0, revision, edit -> text.add(edit.changes()));
        return text.source();
    }

    /** A source and what is still to be applied to it. */
    private static final class Growing {
        private final ArrayList<ChangeSet> changes = new ArrayList<>();
        private String source = "";

        void add(ChangeSet change) {
            changes.add(change);
            if (changes.size() == APPLIED_AT_ONCE) {
                source();
            }
        }

        String source() {
            source = Replay.apply(source, changes);
            changes.clear();
            return source;
        }
    }
}
