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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the log knows of earlier imports. */
@Component
class Imported {

    /**
     * A post that came from a file.
     *
     * @param owner who owned it first
     * @param before what stood in the file when it was imported last
     * @param newest the newest revision that there is, and {@code source} its text
     * @param edition the revision of its newest edition; 0 where readers find none
     */
    record Standing(
            PostId post,
            PersonId owner,
            String before,
            long newest,
            String source,
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
        var mark = lastImport(post);
        var text = new Text(mark == null ? 0 : mark.revision());
        log.readEvents(post.manuscript()).asStream().map(Message::getPayload).forEach(text::read);
        var life = new Life();
        log.readEvents(post.value()).asStream().map(Message::getPayload).forEach(life::read);
        var before = mark == null || mark.sha256() == null ? text.before : kept(mark.sha256());
        return new Standing(
                post, life.owner, before, text.newest, text.source, life.edition, life.editions, life.deleted);
    }

    private @Nullable SourceImported lastImport(PostId post) {
        return log.readEvents(post.marks())
                .asStream()
                .map(Message::getPayload)
                .filter(SourceImported.class::isInstance)
                .map(SourceImported.class::cast)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private String kept(String sha256) {
        var bytes = database.sql("SELECT bytes FROM media WHERE sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .single();
        return HugoFile.read(bytes).source();
    }

    private static final class Text {
        private final long imported;
        private String before = "";
        private String source = "";
        private long newest;

        Text(long imported) {
            this.imported = imported;
        }

        void read(Object event) {
            if (event instanceof SourceEdited edit) {
                newest = edit.revision();
                source = edit.changes().apply(source);
                before = newest == imported ? source : before;
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
