package app.lookback.query.platform;

import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.MarkEvent;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostId;
import app.lookback.contract.SiteFileEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/** What the log itself says of one post, for a view that lacks something. */
@Component
public class Log {

    private final EventStorageEngine engine;

    Log(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** The events of the post from the {@code first}-th on (counted from 0). */
    public Stream<PostEvent> post(PostId post, long first) {
        return payloads(post.value(), first, PostEvent.class);
    }

    /** What was marked in the post's history, from the {@code first}-th mark on (counted from 0). */
    public Stream<MarkEvent> marks(PostId post, long first) {
        return payloads(post.marks(), first, MarkEvent.class);
    }

    /** The events of the post that happened until then. */
    public Stream<PostEvent> post(PostId post, Instant until) {
        return until(until, post.value(), PostEvent.class);
    }

    /** What happened to a file of the site, and when. */
    public record FileChange(SiteFileEvent event, Instant at) {}

    /** All that happened to the site's file at this path, in order. */
    public List<FileChange> siteFile(String path) {
        return engine.readEvents(SiteFileEvent.aggregate(path), 0)
                .asStream()
                .filter(event -> event.getPayload() instanceof SiteFileEvent)
                .map(event -> new FileChange((SiteFileEvent) event.getPayload(), event.getTimestamp()))
                .toList();
    }

    /** The post that has claimed the address until then. */
    public Optional<PostId> claimed(String path, Instant until) {
        return until(until, path, AddressClaimed.class).findFirst().map(AddressClaimed::post);
    }

    /** The edits after this revision, in order. Each edit is an event, so edit n is never before event n. */
    public Stream<SourceEdited> edits(PostId post, long after) {
        return payloads(post.manuscript(), after, SourceEdited.class).filter(edit -> edit.revision() > after);
    }

    private <E> Stream<E> until(Instant last, String aggregate, Class<E> type) {
        return engine.readEvents(aggregate, 0)
                .asStream()
                .filter(event -> !event.getTimestamp().isAfter(last))
                .map(Message::getPayload)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private <E> Stream<E> payloads(String aggregate, long first, Class<E> type) {
        return engine.readEvents(aggregate, first)
                .asStream()
                .map(Message::getPayload)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
