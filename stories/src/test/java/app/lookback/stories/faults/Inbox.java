package app.lookback.stories.faults;

import app.lookback.stories.faults.Replica.Revision;
import app.lookback.text.ChangeSet;
import java.net.URI;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Puts revisions into the replica in their order, and fetches those that are missing. */
final class Inbox {

    private static final int UNAUTHORIZED = 401;

    private final Editor editor;
    private final List<URI> nodes;
    private final Wire wire;
    private final NavigableMap<Long, Revision> ahead = new TreeMap<>();
    private int turn;
    private long newest;
    private boolean fetching;

    Inbox(Editor editor, List<URI> nodes, Wire wire, int turn) {
        this.editor = editor;
        this.nodes = nodes;
        this.wire = wire;
        this.turn = turn;
    }

    static Revision revision(JsonNode json) {
        return new Revision(
                json.path("revision").asLong(),
                json.path("client").asString(),
                json.path("sequence").asLong(),
                ChangeSet.parse(json.path("changes").toString()));
    }

    void heard(Revision revision) {
        put(revision);
        reach(revision.revision());
    }

    /** Makes sure that the editor gets this far. */
    void reach(long revision) {
        newest = Math.max(newest, revision);
        if (editor.replica().revision() < newest) {
            look();
        }
    }

    /** Asks what is new. */
    void look() {
        if (!fetching && editor.canGoOn()) {
            fetching = true;
            long after = editor.replica().revision();
            var node = nodes.get(turn % nodes.size());
            wire.get(node, "/revisions?after=" + after, (status, page) -> {
                fetching = false;
                fetched(after, status, page);
            });
        }
    }

    private void fetched(long after, int status, JsonNode page) {
        if (status == 200) {
            page.path("revisions").forEach(json -> put(revision(json)));
            newest = Math.max(newest, page.path("newest").asLong());
        } else if (status == UNAUTHORIZED) {
            editor.isConfused("signed out, when asking for revisions");
        }
        long here = editor.replica().revision();
        if (here < newest || status != 200) {
            turn++;
            editor.later(here > after ? 0 : editor.backoff(), () -> reach(newest));
        }
    }

    private void put(Revision revision) {
        if (revision.revision() > editor.replica().revision()) {
            ahead.put(revision.revision(), revision);
        }
        while (!ahead.isEmpty() && ahead.firstKey() <= editor.replica().revision() + 1 && editor.canGoOn()) {
            var next = ahead.pollFirstEntry().getValue();
            if (next.revision() == editor.replica().revision() + 1) {
                take(next);
            }
        }
    }

    private void take(Revision next) {
        try {
            editor.replica().receive(next);
            editor.hasReceived();
        } catch (IllegalArgumentException doesNotFit) {
            editor.isConfused(String.valueOf(doesNotFit.getMessage()));
        }
    }
}
