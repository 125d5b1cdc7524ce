package app.lookback.query.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.toMap;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import app.lookback.contract.PostId;
import app.lookback.query.history.Kept.Paste;
import app.lookback.query.platform.TextCodec;
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
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Where the buckets stand. Whatever is looked for here is looked for by an id that can be computed. */
@Component
class Shelf {

    private final MongoCollection<Bucket> buckets;
    private final MongoCollection<Checkpoint> checkpoints;
    private final MongoCollection<Paste> pastes;

    Shelf(MongoDatabase views) {
        var packs = fromRegistries(
                fromCodecs(new TextCodec<>(Pack.class, Pack::text, Pack::parse)), views.getCodecRegistry());
        this.buckets = views.getCollection("revisions", Bucket.class).withCodecRegistry(packs);
        this.checkpoints = views.getCollection("checkpoints", Checkpoint.class);
        this.pastes = views.getCollection("pastes", Paste.class);
    }

    Bucket open(PostId post) {
        return Objects.requireNonNullElseGet(
                buckets.find(eq("_id", post.value())).first(), () -> Bucket.first(post));
    }

    Checkpoint checkpointBefore(PostId post, long revision) {
        var open = open(post);
        var bucket = revision >= open.from()
                ? open
                : full(post, revision, revision).stream().findFirst().orElse(open);
        long found = bucket.checkpointBefore(revision);
        return found == 0
                ? Checkpoint.empty(post)
                : Objects.requireNonNull(
                        checkpoints.find(eq("_id", Bucket.id(post, found))).first());
    }

    /** In order: those after {@code after} up to {@code last}. */
    List<Revision> between(PostId post, long after, long last) {
        var open = open(post);
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

    List<Session> sessions(PostId post) {
        var open = open(post);
        var sessions = new ArrayList<Session>();
        full(post, 1, open.from() - 1).forEach(bucket -> sessions.addAll(bucket.sessions()));
        sessions.addAll(open.sessions());
        return Session.joined(sessions);
    }

    void place(List<Checkpoint> placed) {
        if (!placed.isEmpty()) {
            checkpoints.bulkWrite(placed.stream()
                    .map(checkpoint -> replacement(checkpoint.id(), checkpoint))
                    .toList());
        }
    }

    void keep(List<Paste> large) {
        if (!large.isEmpty()) {
            pastes.bulkWrite(
                    large.stream().map(paste -> replacement(paste.id(), paste)).toList());
        }
    }

    /** Fails, so that it is tried again, where another node has written meanwhile. */
    void keep(Bucket openBefore, Growth growth) {
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
        buckets.deleteMany(Filters.empty());
        checkpoints.deleteMany(Filters.empty());
        pastes.deleteMany(Filters.empty());
    }
}
