package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The rooms in which someone is; a room without anybody does not exist. */
@Component
class Rooms {

    private final Manuscripts manuscripts;
    private final Stage stage;
    private final ConcurrentMap<PostId, Occupied> occupied = new ConcurrentHashMap<>();

    private record Occupied(Room room, int connections) {
        Occupied with(int more) {
            return new Occupied(room, connections + more);
        }
    }

    Rooms(Manuscripts manuscripts, Stage stage) {
        this.manuscripts = manuscripts;
        this.stage = stage;
    }

    /** From now on the room hears of every edit that the log gets. */
    Room enter(PostId post) {
        return occupied.merge(
                        post, new Occupied(new Room(post, manuscripts, stage), 1), (before, unused) -> before.with(1))
                .room();
    }

    void exit(PostId post) {
        occupied.computeIfPresent(post, (id, before) -> before.connections() == 1 ? null : before.with(-1));
    }

    void edited(SourceEdited edit) {
        var found = occupied.get(edit.post());
        if (found != null) {
            found.room().edited(edit);
        }
    }

    /** An edit of this post cannot be read. */
    void fail(PostId post) {
        var found = occupied.get(post);
        if (found != null) {
            found.room().fail();
        }
    }

    void published(EditionPublished edition) {
        var found = occupied.get(edition.post());
        if (found != null) {
            found.room().published(edition);
        }
    }

    void happened(PostEvent event, long number) {
        var found = occupied.get(event.post());
        if (found != null) {
            found.room().happened(event, number);
        }
    }

    int size() {
        return occupied.size();
    }
}
