package app.lookback.query.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import app.lookback.contract.MarkEvent;
import app.lookback.contract.PostId;
import app.lookback.query.platform.Log;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** Which revisions have a name, and which brought back an older one. */
@Component
@ProcessingGroup("revisions")
class Marks {

    private final MongoCollection<Marked> posts;
    private final Log log;

    Marks(MongoDatabase views, Log log) {
        this.posts = views.getCollection("marks", Marked.class);
        this.log = log;
    }

    @EventHandler
    void on(MarkEvent event, @SequenceNumber long number) {
        var held = of(event.post());
        if (number >= held.events()) {
            var missed = log.marks(event.post(), held.events()).limit(number - held.events());
            var marked = held.after(Stream.concat(missed, Stream.of(event)));
            posts.replaceOne(
                    and(eq("_id", event.post()), eq("events", held.events())),
                    marked,
                    new ReplaceOptions().upsert(true));
        }
    }

    @ResetHandler
    void reset() {
        posts.deleteMany(Filters.empty());
    }

    Marked of(PostId post) {
        return Objects.requireNonNullElseGet(posts.find(eq("_id", post)).first(), () -> Marked.nothing(post));
    }
}
