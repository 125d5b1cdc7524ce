package app.lookback.command.manuscript;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.text.Rebase;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a manuscript no longer remembers, read from the log. */
@Component
class AcceptedEdits {

    private final EventStore log;

    AcceptedEdits(EventStore log) {
        this.log = log;
    }

    /** The same edit, rebased over all that the log has after its base. */
    EditSource nearer(EditSource edit) {
        long base = edit.base();
        var changes = edit.changes();
        try (var missed = from(base + 1, edit.post())) {
            for (var revision : (Iterable<SourceEdited>) missed::iterator) {
                changes = Rebase.over(changes, List.of(revision.changes()));
                base = revision.revision();
            }
        }
        return new EditSource(edit.post(), edit.author(), edit.client(), edit.sequence(), base, changes, edit.at());
    }

    /** What there is of a client that wrote long ago, or null. */
    @Nullable
    Writer writer(EditSource edit) {
        try (var all = from(1, edit.post())) {
            return all.filter(edited -> edited.client().equals(edit.client()))
                    .map(edited -> new Writer(edited.author(), edited.revision(), edited.sequence(), edited.revision()))
                    .reduce((first, later) -> first.next(later.revision()))
                    .orElse(null);
        }
    }

    /** The revision that an older submission of a client became. */
    long revisionOf(EditSource edit, long firstRevision) {
        return from(firstRevision, edit.post())
                .filter(edited -> edited.client().equals(edit.client()) && edited.sequence() == edit.sequence())
                .findFirst()
                .orElseThrow()
                .revision();
    }

    /** An edit's place among the events of its manuscript is never before its revision, so none is missed. */
    private Stream<SourceEdited> from(long revision, PostId post) {
        return log.readEvents(post.manuscript(), revision)
                .asStream()
                .map(event -> event.getPayload())
                .filter(SourceEdited.class::isInstance)
                .map(SourceEdited.class::cast)
                .filter(edited -> edited.revision() >= revision);
    }
}
