package app.lookback.query.edition;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import app.lookback.contract.PostId;
import app.lookback.contract.Update;
import app.lookback.query.edition.Published.Deletion;
import app.lookback.query.edition.Published.Opening;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What readers get. Each post is one document, so that it and all its editions move to another address at once. */
@Component
public class Editions {

    /** That an edition of a post shows an image. */
    public record Shown(@BsonId String id) {
        static Shown of(PostId post, String image) {
            return new Shown(post + " " + image);
        }
    }

    /** Which post has been at a path; whether it still is, the post says. */
    public record Place(@BsonId String path, PostId post) {}

    /** That an edition was made, and what was said of it. */
    public record Made(
            @BsonId String id,
            int edition,
            Instant at,
            Card card,
            @Nullable Update update) {}

    /** Which images an edition shows. */
    public record Showing(@BsonId String id, PostId post, int edition, List<String> images) {}

    private final MongoCollection<Edition> editions;
    private final MongoCollection<Published> published;
    private final MongoCollection<Place> places;
    private final MongoCollection<Shown> shown;
    private final Listed listed;
    private final EditionPage pages;

    Editions(MongoDatabase views, Listed listed, EditionPage pages) {
        this.listed = listed;
        this.pages = pages;
        this.editions = views.getCollection("editions", Edition.class);
        this.published = views.getCollection("published", Published.class);
        this.places = views.getCollection("places", Place.class);
        this.shown = views.getCollection("shown", Shown.class);
        published.createIndex(Indexes.ascending("card.aliases"));
        editions.createIndex(Indexes.ascending("images"));
    }

    @Nullable
    Published published(String path) {
        var place = places.find(eq("_id", path)).first();
        var post = place == null ? null : published(place.post());
        return post != null && post.path().equals(path) ? post : null;
    }

    @Nullable
    Published published(PostId post) {
        return published.find(eq("_id", post)).first();
    }

    /** The last write is what says that the edition is there; the post's event of this number does so. */
    void publish(Edition edition, long number, @Nullable Published before) {
        var whether = new ReplaceOptions().upsert(true);
        editions.replaceOne(eq("_id", edition.id()), edition, whether);
        if (!edition.images().isEmpty()) {
            shown.bulkWrite(edition.images().stream()
                    .map(image -> Shown.of(edition.post(), image))
                    .map(one -> new ReplaceOneModel<>(eq("_id", one.id()), one, whether))
                    .toList());
        }
        place(edition.path(), edition.post());
        published.replaceOne(eq("_id", edition.post()), Published.with(edition, number, before), whether);
    }

    /** Readers shall find the post and its editions here, as its event of this number says. */
    void move(PostId id, String path, long number) {
        var post = published(id);
        if (post != null && post.asOf() < number) {
            place(path, id);
            published.replaceOne(eq("_id", id), post.movedTo(path, number));
        }
    }

    private void place(String path, PostId post) {
        places.replaceOne(eq("_id", path), new Place(path, post), new ReplaceOptions().upsert(true));
    }

    /** Readers shall find nothing up to this edition. */
    void withdraw(PostId id, int edition) {
        var post = published(id);
        if (post != null && (post.withdrawnEdition() == null || post.withdrawnEdition() < edition)) {
            published.replaceOne(eq("_id", id), post.withdrawnAfter(edition));
        }
    }

    /** Readers shall find nothing any more, or everything again. */
    void delete(PostId id, Deletion deletion) {
        var post = published(id);
        if (post != null && (post.deletion() == null || post.deletion().number() < deletion.number())) {
            published.replaceOne(eq("_id", id), post.after(deletion));
        }
    }

    /** Readers shall be able to watch how the post was written, or not any more. */
    void open(PostId id, Opening opening) {
        var post = published(id);
        if (post != null && (post.opening() == null || post.opening().number() < opening.number())) {
            published.replaceOne(eq("_id", id), post.after(opening));
        }
    }

    /** The newest edition of the post at this path, where readers may watch how it was written. */
    public Optional<Edition> watched(String path) {
        var post = published(path);
        return post != null && post.watched() ? find(post, post.newest()) : Optional.empty();
    }

    /** The page without images that no edition of the post shows: their words stand in their place. */
    public String withoutUnshown(PostId post, String html) {
        var images = Images.in(html).stream().collect(Collectors.toMap(Function.identity(), image -> post));
        var known = shown(images);
        return Images.replaced(html, image -> !known.contains(image));
    }

    /** The newest edition that was made of the post at this path; 0 before the first. */
    public int newest(String path) {
        var post = published(path);
        return post == null ? 0 : post.newest();
    }

    /** Whether the post at this path was published and then withdrawn. */
    public boolean withdrawn(String path) {
        var post = published(path);
        return post != null && post.withdrawn();
    }

    /** Whether the post at this path was published and then deleted. */
    public boolean deleted(String path) {
        var post = published(path);
        return post != null && post.deleted();
    }

    /** Where readers find the post whose front matter names this address as one of its own; null if none does. */
    public @Nullable String aliased(String address) {
        var post = published
                .find(and(eq("card.aliases", address), eq("shown", true)))
                .sort(Sorts.ascending("path"))
                .first();
        return post == null ? null : post.path();
    }

    /** Whether readers find a post at this path. */
    public boolean found(String path) {
        var post = published(path);
        return post != null && post.shown();
    }

    void clear() {
        published.deleteMany(Filters.empty());
        places.deleteMany(Filters.empty());
        editions.deleteMany(Filters.empty());
        shown.deleteMany(Filters.empty());
    }

    /** The page of this edition of the post at this path: what it holds is frozen, how many have come since is not. */
    public Optional<Leaf> page(String path, int edition, Origin from) {
        var post = published(path);
        return post == null
                ? Optional.empty()
                : find(post, edition).map(found -> pages.leaf(pages.numbered(found, made(post), from), post.changed()));
    }

    /** The page of the post at this path, as its newest edition has it. */
    public Optional<Leaf> newestPage(String path, Origin from) {
        var post = published(path);
        return post == null ? Optional.empty() : find(post, post.newest()).map(edition -> newest(edition, post, from));
    }

    private Leaf newest(Edition edition, Published post, Origin from) {
        var changed = listed.changedBeside(post);
        return pages.leaf(pages.newest(edition, made(post), listed.beside(post), from), changed);
    }

    /** An edition of the post at this path. */
    public Optional<Edition> edition(String path, int edition) {
        var post = published(path);
        return post == null ? Optional.empty() : find(post, edition);
    }

    /** All editions of the post, the newest first. */
    private List<Made> made(Published post) {
        var ids = post.editions().stream()
                .map(edition -> Edition.id(post.post(), edition))
                .toList();
        return editions.withDocumentClass(Made.class)
                .find(in("_id", ids))
                .projection(Projections.include("edition", "at", "card", "update"))
                .sort(Sorts.descending("edition"))
                .into(new ArrayList<>());
    }

    /** What its newest edition holds, as HTML. */
    public String html(Published post) {
        return find(post, post.newest()).map(Edition::html).orElse("");
    }

    private Optional<Edition> find(Published post, int edition) {
        return post.editions().contains(edition)
                ? Optional.ofNullable(editions.find(eq("_id", Edition.id(post.post(), edition)))
                                .first())
                        .map(found -> found.foundAt(post.path()))
                : Optional.empty();
    }

    /** Whether an edition of this very post shows the image at this path. */
    public boolean show(PostId post, String image) {
        var of = published(post);
        return of != null
                && of.shown()
                && shown.find(eq("_id", Shown.of(post, image).id())).first() != null;
    }

    /** Those of the images, each with the post that it belongs to, that an edition of that post shows. */
    public Set<String> shown(Map<String, PostId> images) {
        var asked = new HashMap<String, String>();
        images.forEach((image, post) -> asked.put(Shown.of(post, image).id(), image));
        return shown.find(in("_id", asked.keySet()))
                .map(one -> asked.get(one.id()))
                .into(new HashSet<>());
    }

    /** The editions of these posts that show one of these images, each with all that it shows. */
    public List<Showing> showing(Collection<PostId> posts, Collection<String> images) {
        return editions.withDocumentClass(Showing.class)
                .find(and(in("images", images), in("post", posts)))
                .projection(Projections.include("post", "edition", "images"))
                .into(new ArrayList<>());
    }
}
