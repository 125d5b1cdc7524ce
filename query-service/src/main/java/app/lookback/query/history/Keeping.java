package app.lookback.query.history;

import static java.util.stream.Collectors.groupingBy;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.query.platform.Batch;
import app.lookback.query.platform.Log;
import app.lookback.text.ChangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Keeps every revision: fills buckets, and places checkpoints. */
@Component
@ProcessingGroup("revisions")
class Keeping {

    private final Shelf shelf;
    private final Revisions revisions;
    private final Log log;

    Keeping(Shelf shelf, Revisions revisions, Log log) {
        this.shelf = shelf;
        this.revisions = revisions;
        this.log = log;
    }

    @EventHandler
    void on(SourceEdited edit) {
        Batch.gather(edit, this, this::keep);
    }

    @ResetHandler
    void reset() {
        shelf.clear();
    }

    private void keep(List<SourceEdited> edits) {
        edits.stream().collect(groupingBy(SourceEdited::post)).forEach(this::keep);
    }

    private void keep(PostId post, List<SourceEdited> edits) {
        var open = shelf.open(post);
        var added = unseen(post, open.to(), edits);
        if (!added.isEmpty()) {
            var growth = Growth.of(open, added);
            // The buckets last: they are what says that the rest is there.
            shelf.keep(added.stream()
                    .filter(Kept::isLarge)
                    .map(revision -> Kept.paste(post, revision))
                    .toList());
            shelf.place(checkpoints(post, open.to(), added, growth.checkpoints()));
            shelf.keep(open, growth);
        }
    }

    private List<Revision> unseen(PostId post, long newest, List<SourceEdited> edits) {
        var fresh = edits.stream().filter(edit -> edit.revision() > newest).toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        long first = fresh.get(0).revision();
        var missed = first == newest + 1
                ? Stream.<SourceEdited>empty()
                : log.edits(post, newest).takeWhile(edit -> edit.revision() < first);
        return Stream.concat(missed, fresh.stream()).map(Revision::of).toList();
    }

    private List<Checkpoint> checkpoints(PostId post, long newest, List<Revision> added, List<Long> due) {
        var placed = new ArrayList<Checkpoint>();
        if (!due.isEmpty()) {
            var source = revisions.source(post, newest).orElseThrow();
            var changes = added.stream().map(Revision::changes).toList();
            long at = newest;
            for (long next : due) {
                source = Replay.apply(source, span(changes, at - newest, next - newest));
                at = next;
                placed.add(Checkpoint.of(post, next, source));
            }
        }
        return placed;
    }

    private static List<ChangeSet> span(List<ChangeSet> changes, long from, long to) {
        return changes.subList(Math.toIntExact(from), Math.toIntExact(to));
    }
}
