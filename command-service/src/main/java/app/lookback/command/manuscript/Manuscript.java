package app.lookback.command.manuscript;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import app.lookback.command.manuscript.Outcome.Accepted;
import app.lookback.command.manuscript.Outcome.FarBehind;
import app.lookback.command.manuscript.Outcome.Refused;
import app.lookback.command.platform.Aggregates;
import app.lookback.command.platform.Heavy;
import app.lookback.contract.ManuscriptEvent.ManuscriptStarted;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import app.lookback.text.Rebase;
import app.lookback.text.RefusedEdit;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The source of a post. An edit is rebased over each revision accepted since its base, one after the other (never over
 * their composition: replicas would diverge), and becomes the next revision, also when nothing is left of it.
 */
@Aggregate(cache = Aggregates.HOT, snapshotTriggerDefinition = Aggregates.SNAPSHOTS)
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Manuscript implements Heavy {

    private static final int LONGEST_SOURCE = 2_000_000;
    private static final int BYTES_OF_A_WRITER = 300;
    private static final int BYTES_OF_A_CHANGE = 150;

    @AggregateIdentifier
    private String id;

    private PostId post;
    private long revision;
    private String source = "";
    private Writers writers = new Writers();

    /** Not in the snapshot: what is older than that is read from the log. */
    @JsonIgnore
    private final RecentChanges recent = new RecentChanges();

    Manuscript() {}

    @CommandHandler
    Manuscript(StartManuscript start) {
        apply(new ManuscriptStarted(start.post(), start.at()));
    }

    @CommandHandler
    long edit(EditSource edit, AcceptedEdits log) {
        return decide(edit, log) instanceof Accepted accepted ? accepted.revision() : edit(log.nearer(edit), log);
    }

    /** One after the other: what is refused records nothing and holds up none of the others. */
    @CommandHandler
    List<Outcome> edit(EditTogether together, AcceptedEdits log) {
        return together.edits().stream()
                .map(edit -> decided(edit, log, together.freshlyRead()))
                .toList();
    }

    private Outcome decided(EditSource edit, AcceptedEdits log, boolean freshlyRead) {
        try {
            return decide(edit, log);
        } catch (EditRefusal refusal) {
            if (refusal.mayBeStale() && !freshlyRead) {
                throw refusal;
            }
            return new Refused(refusal);
        } catch (RefusedEdit refusal) {
            return new Refused(refusal);
        }
    }

    private Outcome decide(EditSource edit, AcceptedEdits log) {
        var writer = writer(edit, log);
        if (writer != null && !writer.author().equals(edit.author())) {
            throw new EditRefusal.ForeignClient();
        }
        long last = writer == null ? 0 : writer.sequence();
        if (writer != null && edit.sequence() <= last) {
            return new Accepted(
                    edit.sequence() == last ? writer.revision() : log.revisionOf(edit, writer.firstRevision()));
        }
        if (edit.sequence() != last + 1) {
            throw new EditRefusal.SequenceGap(last + 1, edit.sequence());
        }
        if (edit.base() > revision) {
            throw new EditRefusal.FutureBase(edit.base(), revision);
        }
        long missed = revision - edit.base();
        if (missed > recent.size()) {
            return new FarBehind();
        }
        var changes = rebased(edit.changes(), (int) missed);
        apply(new SourceEdited(post, revision + 1, edit.author(), edit.client(), edit.sequence(), changes, edit.at()));
        return new Accepted(revision);
    }

    private @Nullable Writer writer(EditSource edit, AcceptedEdits log) {
        var known = writers.get(edit.client());
        return known == null && writers.mayHaveForgotten(edit) ? log.writer(edit) : known;
    }

    private ChangeSet rebased(ChangeSet submitted, int missed) {
        var changes = Rebase.over(submitted, recent.newest(missed));
        changes.check(source);
        if (changes.newLength() > LONGEST_SOURCE && changes.newLength() > changes.length()) {
            throw new EditRefusal.SourceTooLarge(changes.newLength());
        }
        return changes;
    }

    @Override
    public int bytes() {
        return 2 * source.length()
                + BYTES_OF_A_WRITER * writers.size()
                + BYTES_OF_A_CHANGE * recent.size()
                + 4 * recent.room();
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
        writers.wrote(edited);
    }
}
