package app.lookback.query.history;

import static java.util.stream.Collectors.groupingBy;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.query.platform.Batch;
import app.lookback.query.platform.Log;
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
    private final Log log;

    Keeping(Shelf shelf, Log log) {
        this.shelf = shelf;
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
            placeSources(open, added, growth);
            placeWeaves(open, added, growth);
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

    private void placeSources(Bucket open, List<Revision> added, Growth growth) {
        if (!growth.sources().isEmpty()) {
            var last = shelf.checkpointBefore(open, open.to());
            var placed = new ArrayList<Checkpoint>();
            for (var span : spans(open, last.revision(), added, growth.sources())) {
                last = last.after(span);
                placed.add(last);
            }
            shelf.place(placed);
        }
    }

    private void placeWeaves(Bucket open, List<Revision> added, Growth growth) {
        if (!growth.weaves().isEmpty()) {
            var last = shelf.weaveBefore(open, open.to());
            var placed = new ArrayList<Woven>();
            for (var span : spans(open, last.revision(), added, growth.weaves())) {
                last = last.after(span);
                placed.add(last);
            }
            shelf.weave(placed);
        }
    }

    /** The revisions from one checkpoint to the next. */
    private List<List<Revision>> spans(Bucket open, long first, List<Revision> added, List<Long> due) {
        var since = new ArrayList<>(shelf.between(open, first, open.to()));
        since.addAll(added);
        var spans = new ArrayList<List<Revision>>();
        long from = first;
        for (long next : due) {
            spans.add(since.subList((int) (from - first), (int) (next - first)));
            from = next;
        }
        return spans;
    }
}
