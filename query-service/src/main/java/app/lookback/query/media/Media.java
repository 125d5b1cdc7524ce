package app.lookback.query.media;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.ImageRemoved;
import app.lookback.contract.PostEvent.ImageScaled;
import app.lookback.contract.PostId;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which bytes are at an image's path, and whose they are. A path holds the same bytes for ever. */
@Component
@ProcessingGroup("media")
public class Media {

    /**
     * An image of a post.
     *
     * @param at null of what was kept before this was
     * @param by null likewise
     * @param original the path of the image that this is a smaller copy of
     * @param removed whether it is offered no longer unless something shows it
     */
    public record Image(
            @BsonId String path,
            PostId post,
            String sha256,
            String mediaType,
            @Nullable Instant at,
            @Nullable PersonId by,
            @Nullable String original,
            @Nullable Boolean removed) {

        public Instant added() {
            return at == null ? Instant.EPOCH : at;
        }

        boolean isRemoved() {
            return Boolean.TRUE.equals(removed);
        }

        Image scaledFrom(String larger) {
            return new Image(path, post, sha256, mediaType, at, by, larger, removed);
        }

        Image removedNow() {
            return new Image(path, post, sha256, mediaType, at, by, original, true);
        }
    }

    private final MongoCollection<Image> images;

    Media(MongoDatabase views) {
        this.images = views.getCollection("media", Image.class);
        images.createIndex(Indexes.ascending("post"));
    }

    @EventHandler
    void on(ImageAdded added) {
        var original = find(added.path()).map(Image::original).orElse(null);
        store(new Image(
                added.path(), added.post(), added.sha256(), added.mediaType(), added.at(), added.by(), original, null));
    }

    @EventHandler
    void on(ImageScaled scaled) {
        change(scaled.path(), image -> image.scaledFrom(scaled.original()));
    }

    @EventHandler
    void on(ImageRemoved removed) {
        change(removed.path(), Image::removedNow);
    }

    private void change(String path, UnaryOperator<Image> change) {
        var image = find(path).orElseThrow(() -> new IllegalStateException("An image begins by being added: " + path));
        store(change.apply(image));
    }

    private void store(Image image) {
        images.replaceOne(eq("_id", image.path()), image, new ReplaceOptions().upsert(true));
    }

    @ResetHandler
    void reset() {
        images.deleteMany(Filters.empty());
    }

    public Optional<Image> find(String path) {
        return Optional.ofNullable(images.find(eq("_id", path)).first());
    }

    List<Image> of(Collection<PostId> posts) {
        return images.find(in("post", posts)).into(new ArrayList<>());
    }
}
