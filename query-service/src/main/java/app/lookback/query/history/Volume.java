package app.lookback.query.history;

import app.lookback.contract.PostId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What the timeline needs of up to 32 full buckets: who wrote when, and how much. So the timeline of a long history needs
 * no bucket. Its id can be computed.
 */
public record Volume(@BsonId String id, PostId post, long from, long to, List<Session> sessions, Amounts amounts) {

    private static final int BUCKETS = 32;

    static Volume empty(PostId post, long number) {
        long from = number * BUCKETS * Bucket.SPAN + 1;
        var id = Bucket.id(post, number);
        return new Volume(id, post, from, from - 1, List.of(), Amounts.NONE);
    }

    static long number(long revision) {
        return (revision - 1) / (BUCKETS * Bucket.SPAN);
    }

    /** The ids of the volumes that hold the full buckets up to this revision. */
    static List<String> ids(PostId post, long last) {
        return last < 1
                ? List.of()
                : LongStream.rangeClosed(0, number(last))
                        .mapToObj(number -> Bucket.id(post, number))
                        .toList();
    }

    /** With the buckets that follow; those that it has are passed over. */
    Volume with(List<Bucket> full) {
        var added = full.stream().filter(bucket -> bucket.from() > to).toList();
        if (added.isEmpty()) {
            return this;
        }
        var joined = new ArrayList<>(sessions);
        added.forEach(bucket -> bucket.sessions().forEach(session -> session.joinTo(joined)));
        return new Volume(
                id,
                post,
                from,
                added.get(added.size() - 1).to(),
                joined,
                Amounts.of(Stream.concat(Stream.of(amounts), added.stream().map(Bucket::amounts))));
    }
}
