package app.lookback.command.manuscript;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What a manuscript no longer remembers, read from the log. */
@Component
class AcceptedEdits {

    private final EventStore log;

    AcceptedEdits(EventStore log) {
        this.log = log;
    }

    /** The changes of every revision after {@code base}, in order. */
    List<ChangeSet> after(long base, PostId post) {
        return from(base + 1, post).map(SourceEdited::changes).toList();
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
