package app.lookback.command.manuscript;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import app.lookback.command.platform.Aggregates;
import app.lookback.contract.ManuscriptEvent.ManuscriptStarted;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import app.lookback.text.Rebase;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The source of a post. An edit is rebased over each revision accepted since its base, one after the other (never over
 * their composition: replicas would diverge), and becomes the next revision, also when nothing is left of it.
 */
@Aggregate(cache = Aggregates.HOT, snapshotTriggerDefinition = Aggregates.SNAPSHOTS)
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Manuscript {

    private static final int LONGEST_SOURCE = 2_000_000;

    @AggregateIdentifier
    private String id;

    private PostId post;
    private long revision;
    private String source = "";
    private RecentChanges recent = new RecentChanges();
    private Map<String, Writer> writers = new HashMap<>();

    Manuscript() {}

    @CommandHandler
    Manuscript(StartManuscript start) {
        apply(new ManuscriptStarted(start.post(), start.at()));
    }

    @CommandHandler
    long edit(EditSource edit, AcceptedEdits log) {
        var writer = writers.get(edit.client());
        if (writer != null && !writer.author().equals(edit.author())) {
            throw new EditRefusal.ForeignClient();
        }
        long last = writer == null ? 0 : writer.sequence();
        if (writer != null && edit.sequence() <= last) {
            return edit.sequence() == last ? writer.revision() : log.revisionOf(edit, writer.firstRevision());
        }
        if (edit.sequence() != last + 1) {
            throw new EditRefusal.SequenceGap(last + 1, edit.sequence());
        }
        apply(new SourceEdited(
                post, revision + 1, edit.author(), edit.client(), edit.sequence(), rebased(edit, log), edit.at()));
        return revision;
    }

    private ChangeSet rebased(EditSource edit, AcceptedEdits log) {
        if (edit.base() > revision) {
            throw new EditRefusal.FutureBase(edit.base(), revision);
        }
        long missed = revision - edit.base();
        var since = missed <= recent.size() ? recent.newest((int) missed) : log.after(edit.base(), post);
        var changes = Rebase.over(edit.changes(), since);
        changes.check(source);
        if (changes.newLength() > LONGEST_SOURCE && changes.newLength() > changes.length()) {
            throw new EditRefusal.SourceTooLarge(changes.newLength());
        }
        return changes;
    }

    @CommandHandler
    void confirm(ConfirmRevision confirm) {
        if (confirm.revision() < 1 || confirm.revision() > revision) {
            throw new EditRefusal.UnknownRevision(confirm.revision(), revision);
        }
    }

    @EventSourcingHandler
    void on(ManuscriptStarted started) {
        post = started.post();
        id = post.manuscript();
    }

    @EventSourcingHandler
    void on(SourceEdited edited) {
        revision = edited.revision();
        source = edited.changes().apply(source);
        recent.add(edited.changes());
        writers.merge(
                edited.client(),
                new Writer(edited.author(), revision, edited.sequence(), revision),
                (known, first) -> known.next(revision));
    }
}
