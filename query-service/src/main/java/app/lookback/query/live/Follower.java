package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostRestored;
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
            } else if (PostEvent.class.isAssignableFrom(event.getPayloadType())
                    && event instanceof DomainEventMessage<?> told) {
                happened((PostEvent) event.getPayload(), told.getSequenceNumber());
            }
        } catch (RuntimeException unreadable) {
            log.error("The event {} cannot be read; the others are delivered", event.getIdentifier(), unreadable);
            if (event instanceof DomainEventMessage<?> edit && event.getPayloadType() == SourceEdited.class) {
                rooms.fail(PostId.ofManuscript(edit.getAggregateIdentifier()));
            }
        }
    }

    private void happened(PostEvent event, long number) {
        if (event instanceof EditionPublished edition) {
            rooms.published(edition);
        } else if (event instanceof PostDeleted || event instanceof PostRestored) {
            connections.deleted(event.post(), event instanceof PostDeleted);
        } else if (Happened.word(event) != null) {
            connections.happened(event);
            rooms.happened(event, number);
        }
    }
}
