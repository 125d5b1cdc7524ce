package app.lookback.query.history;

import app.lookback.contract.PostId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The revisions {@code from} to {@code to} of a post in one document, and which sessions they belong to. Its id can be
 * computed: the open bucket has the post's, a full one also its number.
 *
 * @param sinceCheckpoint what the changes since the last checkpoint weigh, at {@code to}
 * @param checkpoints the last one before {@code from}, and those within
 */
public record Bucket(
        @BsonId String id,
        PostId post,
        long from,
        long to,
        long sinceCheckpoint,
        List<Long> checkpoints,
        List<Session> sessions,
        Pack revisions) {

    private static final int SPAN = 128;
    private static final long BYTES_OF_A_UNIT = 3;

    /** What is read at once anyhow, so that a short source does not get a checkpoint with every other edit. */
    private static final long LIGHT = 20_000;

    /** The first bucket of a post, before its first revision; revision 0 is its first checkpoint. */
    static Bucket first(PostId post) {
        return new Bucket(post.value(), post, 1, 0, 0, List.of(0L), List.of(), Pack.EMPTY);
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

    private static long number(long revision) {
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
        return new Bucket(id(post, number(from)), post, from, to, sinceCheckpoint, checkpoints, sessions, revisions);
    }

    Bucket next() {
        var last = checkpoints.get(checkpoints.size() - 1);
        return new Bucket(post.value(), post, to + 1, to, sinceCheckpoint, List.of(last), List.of(), Pack.EMPTY);
    }

    /**
     * With one revision more, and a checkpoint if it is due. Law: a checkpoint is due once the changes since the last
     * one weigh at least 20 kB and at least as much as the source can weigh, three bytes for each UTF-16 unit. So
     * checkpoints never outweigh changes, and whoever reads a revision reads, besides a checkpoint, changes of a few
     * times the source's size at most.
     */
    Bucket with(Revision revision) {
        long since = sinceCheckpoint + revision.weight();
        boolean due = since >= Math.max(LIGHT, revision.changes().newLength() * BYTES_OF_A_UNIT);
        return new Bucket(
                id,
                post,
                from,
                revision.revision(),
                due ? 0 : since,
                due ? and(checkpoints, revision.revision()) : checkpoints,
                Session.joined(and(sessions, Session.of(revision))),
                revisions.and(Kept.of(revision)));
    }

    private static <T> List<T> and(List<T> list, T one) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(one);
        return longer;
    }

    /** The newest checkpoint that is not after this revision, which must be in this bucket. */
    long checkpointBefore(long revision) {
        return checkpoints.stream().filter(checkpoint -> checkpoint <= revision).reduce(0L, Math::max);
    }

    Stream<Kept> between(long after, long last) {
        return revisions.kept().stream().filter(kept -> kept.revision() > after && kept.revision() <= last);
    }
}
