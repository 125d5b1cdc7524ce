package app.lookback.query.history;

import app.lookback.contract.PostId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The revisions {@code from} to {@code to} of a post in one document, and which sessions they belong to. Its id can be
 * computed: the open bucket has the post's, a full one also its number.
 *
 * @param sources where checkpoints of the source are
 * @param weaves where checkpoints of the authorship are, each at one of the source
 */
public record Bucket(
        @BsonId String id,
        PostId post,
        long from,
        long to,
        Places sources,
        Places weaves,
        List<Session> sessions,
        Amounts amounts,
        Pack revisions) {

    static final int SPAN = 512;

    /**
     * Where checkpoints are.
     *
     * @param since what the changes since the last one weigh, at the end of the bucket
     * @param at the last one before the bucket, and those within
     */
    public record Places(long since, List<Long> at) {

        static final Places BEGIN = new Places(0, List.of(0L));

        Places next() {
            return new Places(since, List.of(at.get(at.size() - 1)));
        }

        /** The newest one that is not after this revision, which must be in the bucket. */
        long before(long revision) {
            return at.stream().filter(place -> place <= revision).reduce(0L, Math::max);
        }
    }

    /** The first bucket of a post, before its first revision; revision 0 is its first checkpoint. */
    static Bucket first(PostId post) {
        return new Bucket(post.value(), post, 1, 0, Places.BEGIN, Places.BEGIN, List.of(), Amounts.NONE, Pack.EMPTY);
    }

    static String id(PostId post, long number) {
        return post + ":" + number;
    }

    /** The ids of the full buckets in which these revisions are, which must be before an open bucket. */
    static List<String> ids(PostId post, long first, long last) {
        return LongStream.rangeClosed(number(first), number(last))
                .mapToObj(number -> id(post, number))
                .toList();
    }

    static long number(long revision) {
        return (revision - 1) / SPAN;
    }

    boolean isFull() {
        return to - from + 1 == SPAN;
    }

    /** Whether this may be the next revision; unknown, and taken for true, where the one before is not in here. */
    boolean fits(Revision next) {
        var kept = revisions.kept();
        var last = kept.isEmpty() ? null : kept.get(kept.size() - 1).changes();
        return last == null || last.newLength() == next.changes().length();
    }

    Bucket closed() {
        return new Bucket(id(post, number(from)), post, from, to, sources, weaves, sessions, amounts, revisions);
    }

    Bucket next() {
        return new Bucket(
                post.value(), post, to + 1, to, sources.next(), weaves.next(), List.of(), Amounts.NONE, Pack.EMPTY);
    }

    Stream<Kept> between(long after, long last) {
        return revisions.kept().stream().filter(kept -> kept.revision() > after && kept.revision() <= last);
    }
}
