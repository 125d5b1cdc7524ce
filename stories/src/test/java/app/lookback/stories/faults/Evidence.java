package app.lookback.stories.faults;

import app.lookback.stories.faults.Happening.EditId;
import app.lookback.text.ChangeSet;
import java.util.List;
import java.util.Map;

/**
 * What there is after the last fault was mended and everything has had time to arrive.
 *
 * @param log the revisions of each post in the order of the log
 * @param newest what should be the newest source: of every editor, and of every draft view
 * @param earlier what was answered to who asked for an old revision
 */
record Evidence(History history, Map<String, List<Logged>> log, List<Copy> newest, List<Copy> earlier) {

    record Logged(long revision, EditId edit, ChangeSet changes) {}

    /** A source as someone holds it. */
    record Copy(String holder, String post, long revision, String source) {}
}
