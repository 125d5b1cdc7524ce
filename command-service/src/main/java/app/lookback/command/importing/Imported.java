package app.lookback.command.importing;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.MarkEvent.SourceImported;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.FilePlaced;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.contract.PostId;
import app.lookback.contract.log.LogSerializer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the log knows of earlier imports. */
@Component
class Imported {

    /**
     * A post that came from a file.
     *
     * @param owner who owned it first
     * @param revision what was imported last
     * @param source what stood in the file then
     * @param newest the newest revision that there is
     * @param edition the revision of its newest edition; 0 where readers find none
     */
    record Standing(
            PostId post,
            PersonId owner,
            long revision,
            String source,
            long newest,
            long edition,
            int editions,
            boolean deleted) {}

    private final EventStore log;
    private final JdbcClient database;
    private final LogSerializer serializer = new LogSerializer();

    Imported(EventStore log, JdbcClient database) {
        this.log = log;
        this.database = database;
    }

    /** The posts by the files at which they stand. */
    Map<String, PostId> byFile() {
        var files = new LinkedHashMap<PostId, String>();
        database.sql("SELECT payload_type, payload_revision, payload FROM event_log"
                        + " WHERE payload_type = 'post.file-placed' ORDER BY global_index")
                .query(row -> {
                    FilePlaced placed = serializer.deserialize(new SimpleSerializedObject<>(
                            row.getBytes(3), byte[].class, row.getString(1), row.getString(2)));
                    files.put(placed.post(), placed.file());
                });
        var posts = new HashMap<String, PostId>();
        files.forEach((post, file) -> posts.put(file, post));
        return posts;
    }

    Standing standing(PostId post) {
        long imported = lastImport(post);
        var text = new Text(imported);
        log.readEvents(post.manuscript()).asStream().map(Message::getPayload).forEach(text::read);
        var life = new Life();
        log.readEvents(post.value()).asStream().map(Message::getPayload).forEach(life::read);
        return new Standing(
                post, life.owner, imported, text.source, text.newest, life.edition, life.editions, life.deleted);
    }

    private long lastImport(PostId post) {
        return log.readEvents(post.marks())
                .asStream()
                .map(Message::getPayload)
                .filter(SourceImported.class::isInstance)
                .mapToLong(mark -> ((SourceImported) mark).revision())
                .reduce(0, (before, later) -> later);
    }

    private static final class Text {
        private final long until;
        private String source = "";
        private long newest;

        Text(long until) {
            this.until = until;
        }

        void read(Object event) {
            if (event instanceof SourceEdited edit) {
                newest = edit.revision();
                if (newest <= until) {
                    source = edit.changes().apply(source);
                }
            }
        }
    }

    private static final class Life {
        private PersonId owner;
        private long edition;
        private int editions;
        private boolean deleted;

        void read(Object event) {
            if (event instanceof PostCreated created) {
                owner = created.author();
            } else if (event instanceof EditionPublished published) {
                edition = published.revision();
                editions = published.edition();
            } else if (event instanceof PostWithdrawn) {
                edition = 0;
            } else if (event instanceof PostDeleted || event instanceof PostRestored) {
                deleted = event instanceof PostDeleted;
            }
        }
    }
}
