package app.lookback.query.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import app.lookback.contract.PostId;
import app.lookback.query.history.Kept.Paste;
import app.lookback.query.platform.BytesCodec;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.stereotype.Component;

/** Where the buckets stand. Whatever is looked for here is looked for by an id that can be computed. */
@Component
class Shelf {

    private final MongoCollection<Bucket> buckets;
    private final MongoCollection<Volume> volumes;
    private final MongoCollection<Checkpoint> checkpoints;
    private final MongoCollection<Woven> weaves;
    private final MongoCollection<Paste> pastes;

    Shelf(MongoDatabase views) {
        var compact = compact(views.getCodecRegistry());
        this.buckets = views.getCollection("revisions", Bucket.class).withCodecRegistry(compact);
        this.volumes = views.getCollection("volumes", Volume.class);
        this.checkpoints = views.getCollection("checkpoints", Checkpoint.class).withCodecRegistry(compact);
        this.weaves = views.getCollection("weaves", Woven.class).withCodecRegistry(compact);
        this.pastes = views.getCollection("pastes", Paste.class);
    }

    private static CodecRegistry compact(CodecRegistry others) {
        return fromRegistries(
                fromCodecs(
                        new BytesCodec<>(Pack.class, Pack::bytes, Pack::parse),
                        new BytesCodec<>(Checkpoint.Text.class, Checkpoint.Text::bytes, Checkpoint.Text::parse),
                        new BytesCodec<>(Weave.class, Weave::bytes, Weave::parse)),
                others);
    }

    Bucket open(PostId post) {
        return Objects.requireNonNullElseGet(
                buckets.find(eq("_id", post.value())).first(), () -> Bucket.first(post));
    }

    /** Here and below, {@code open} is the post's open bucket, which was read just now. */
    Checkpoint checkpointBefore(Bucket open, long revision) {
        var post = open.post();
        long found = bucketOf(open, revision).sources().before(revision);
        return found == 0
                ? Checkpoint.empty(post)
                : Objects.requireNonNull(
                        checkpoints.find(eq("_id", Bucket.id(post, found))).first());
    }

    Woven weaveBefore(Bucket open, long revision) {
        var post = open.post();
        long found = bucketOf(open, revision).weaves().before(revision);
        return found == 0
                ? Woven.of(post, 0, Weave.EMPTY)
                : Objects.requireNonNull(
                        weaves.find(eq("_id", Bucket.id(post, found))).first());
    }

    private Bucket bucketOf(Bucket open, long revision) {
        return revision >= open.from()
                ? open
                : full(open.post(), revision, revision).stream().findFirst().orElse(open);
    }

    /** In order: those after {@code after} up to {@code last}. */
    List<Revision> between(Bucket open, long after, long last) {
        var post = open.post();
        var kept = new ArrayList<Kept>();
        full(post, after + 1, Math.min(last, open.from() - 1))
                .forEach(bucket -> bucket.between(after, last).forEach(kept::add));
        open.between(after, last).forEach(kept::add);
        return complete(post, kept);
    }

    private List<Bucket> full(PostId post, long first, long last) {
        return first < 1 || first > last
                ? List.of()
                : buckets.find(in("_id", Bucket.ids(post, first, last))).into(new ArrayList<>()).stream()
                        .sorted(Comparator.comparing(Bucket::from))
                        .toList();
    }

    private List<Revision> complete(PostId post, List<Kept> kept) {
        var large = kept.stream()
                .filter(revision -> revision.changes() == null)
                .map(revision -> Bucket.id(post, revision.revision()))
                .toList();
        var found = large.isEmpty()
                ? Map.<String, Paste>of()
                : pastes.find(in("_id", large)).into(new ArrayList<>()).stream()
                        .collect(toMap(Paste::id, Function.identity()));
        return kept.stream()
                .map(revision -> revision.with(
                        revision.changes() != null
                                ? revision.changes()
                                : Objects.requireNonNull(found.get(Bucket.id(post, revision.revision())))
                                        .changes()))
                .toList();
    }

    /** All volumes, in order, as if they held what is in the open bucket too. */
    List<Volume> volumes(PostId post) {
        var open = open(post);
        long last = open.from() - 1;
        var found = new TreeMap<Long, Volume>();
        volumes.find(in("_id", Volume.ids(post, last))).forEach(volume -> found.put(volume.from(), volume));
        long held = found.values().stream().mapToLong(Volume::to).max().orElse(0);
        var rest = new ArrayList<>(full(post, held + 1, last));
        if (open.to() >= open.from()) {
            rest.add(open);
        }
        bound(post, rest).forEach(volume -> found.put(volume.from(), volume));
        return List.copyOf(found.values());
    }

    /** The volumes of these buckets with them in it; what they lack before these is read. */
    private List<Volume> bound(PostId post, List<Bucket> added) {
        var byVolume =
                added.stream().collect(groupingBy(bucket -> Volume.number(bucket.from()), TreeMap::new, toList()));
        var bound = new ArrayList<Volume>();
        byVolume.forEach((number, ofVolume) -> {
            var held = Objects.requireNonNullElseGet(
                    volumes.find(eq("_id", Bucket.id(post, number))).first(), () -> Volume.empty(post, number));
            var missed = full(post, held.to() + 1, ofVolume.get(0).from() - 1);
            bound.add(held.with(missed).with(ofVolume));
        });
        return bound;
    }

    void place(List<Checkpoint> placed) {
        write(checkpoints, placed, Checkpoint::id);
    }

    void weave(List<Woven> woven) {
        write(weaves, woven, Woven::id);
    }

    void keep(List<Paste> large) {
        write(pastes, large, Paste::id);
    }

    private static <T> void write(MongoCollection<T> collection, List<T> documents, Function<T, String> id) {
        if (!documents.isEmpty()) {
            collection.bulkWrite(documents.stream()
                    .map(document -> replacement(id.apply(document), document))
                    .toList());
        }
    }

    /** Fails, so that it is tried again, where another node has written meanwhile. */
    void keep(Bucket openBefore, Growth growth) {
        write(volumes, bound(openBefore.post(), growth.full()), Volume::id);
        var writes = new ArrayList<ReplaceOneModel<Bucket>>();
        growth.full().forEach(bucket -> writes.add(replacement(bucket.id(), bucket)));
        writes.add(new ReplaceOneModel<>(
                and(eq("_id", openBefore.id()), eq("to", openBefore.to())),
                growth.open(),
                new ReplaceOptions().upsert(true)));
        buckets.bulkWrite(writes);
    }

    private static <T> ReplaceOneModel<T> replacement(String id, T document) {
        return new ReplaceOneModel<>(eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    void clear() {
        for (var collection : List.of(buckets, volumes, checkpoints, weaves, pastes)) {
            collection.deleteMany(Filters.empty());
        }
    }
}
