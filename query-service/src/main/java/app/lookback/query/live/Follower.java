package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostId;
import app.lookback.query.platform.LogTail;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands what happens at the head of the log to the rooms; a room begins with what the log holds when it opens. */
@Component
class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    private final Rooms rooms;
    private final Connections connections;

    Follower(LogTail tail, Rooms rooms, Connections connections) {
        this.rooms = rooms;
        this.connections = connections;
        tail.listen(this::deliver);
    }

    private void deliver(EventMessage<?> event) {
        try {
            if (event.getPayloadType() == SourceEdited.class) {
                rooms.edited((SourceEdited) event.getPayload());
            } else if (event.getPayloadType() == EditionPublished.class) {
                rooms.published((EditionPublished) event.getPayload());
            } else if (event.getPayloadType() == AccessTakenBack.class) {
                var taken = (AccessTakenBack) event.getPayload();
                connections.takenBack(taken.post(), taken.person());
            } else if (event.getPayloadType() == AuthorAdmitted.class) {
                var admitted = (AuthorAdmitted) event.getPayload();
                connections.admitted(admitted.post(), admitted.author());
            }
        } catch (RuntimeException unreadable) {
            log.error("The event {} cannot be read; the others are delivered", event.getIdentifier(), unreadable);
            if (event instanceof DomainEventMessage<?> edit && event.getPayloadType() == SourceEdited.class) {
                rooms.fail(PostId.ofManuscript(edit.getAggregateIdentifier()));
            }
        }
    }
}
