package app.lookback.query.media;

import static com.mongodb.client.model.Filters.eq;

import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostId;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Component;

/** Which bytes are at an image's path, and whose they are. A path holds the same bytes for ever. */
@Component
@ProcessingGroup("media")
public class Media {

    public record Image(@BsonId String path, PostId post, String sha256, String mediaType) {}

    private final MongoCollection<Image> images;

    Media(MongoDatabase views) {
        this.images = views.getCollection("media", Image.class);
    }

    @EventHandler
    void on(ImageAdded added) {
        images.replaceOne(
                eq("_id", added.path()),
                new Image(added.path(), added.post(), added.sha256(), added.mediaType()),
                new ReplaceOptions().upsert(true));
    }

    @ResetHandler
    void reset() {
        images.deleteMany(Filters.empty());
    }

    Optional<Image> find(String path) {
        return Optional.ofNullable(images.find(eq("_id", path)).first());
    }
}
