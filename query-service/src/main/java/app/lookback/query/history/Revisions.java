package app.lookback.query.history;

import app.lookback.contract.PostId;
import app.lookback.query.platform.Log;
import app.lookback.query.platform.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Any revision of any post. What the view does not hold yet is read from the log. */
@Component
public class Revisions {

    /** How many revisions are read at once at most. */
    public static final int MOST_AT_ONCE = 500;

    private static final long MOST_WEIGHT = 4_000_000;

    private final Shelf shelf;
    private final Log log;

    Revisions(Shelf shelf, Log log) {
        this.shelf = shelf;
        this.log = log;
    }

    /** The source at this revision; empty where there is none yet. */
    public Optional<String> source(PostId post, long revision) {
        var open = shelf.open(post);
        var checkpoint = shelf.checkpointBefore(open, revision);
        var found = checkpoint.after(between(open, checkpoint.revision(), revision));
        return found.revision() == revision ? Optional.of(found.source()) : Optional.empty();
    }

    /** The source at this revision, or a refusal that names those there are. */
    public String sourceOrRefusal(PostId post, long revision) {
        return (revision < 0 ? Optional.<String>empty() : source(post, revision))
                .orElseThrow(() -> unknown(post, revision));
    }

    NotFound unknown(PostId post, long revision) {
        return new NotFound("This post has no revision %d; it has 0 to %d.".formatted(revision, newest(post)));
    }

    /** Where each unit of the source at this revision comes from; empty where there is none yet. */
    Optional<Weave> weave(PostId post, long revision) {
        var open = shelf.open(post);
        var woven = shelf.weaveBefore(open, revision);
        var found = woven.after(between(open, woven.revision(), revision));
        return found.revision() == revision ? Optional.of(found.weave()) : Optional.empty();
    }

    /** The revisions {@code from} to {@code to}, fewer where they are heavy or not there. */
    List<Revision> range(PostId post, long from, long to) {
        return bounded(between(shelf.open(post), from - 1, to));
    }

    /** The revision with this number, without its source. */
    public Optional<Revision> find(PostId post, long revision) {
        return between(shelf.open(post), revision - 1, revision).stream().findFirst();
    }

    /** The revisions after this one, ascending: at most 500, fewer where they are heavy, none only where none are. */
    public List<Revision> after(PostId post, long revision) {
        return bounded(between(shelf.open(post), revision, revision + MOST_AT_ONCE));
    }

    private static List<Revision> bounded(List<Revision> revisions) {
        long weight = 0;
        int taken = 0;
        while (taken < revisions.size() && (taken == 0 || weight <= MOST_WEIGHT)) {
            weight += revisions.get(taken++).weight();
        }
        return revisions.subList(0, taken);
    }

    private List<Revision> between(Bucket open, long after, long last) {
        var found = new ArrayList<>(shelf.between(open, after, last));
        if (after + found.size() < last) {
            log.edits(open.post(), after + found.size())
                    .takeWhile(edit -> edit.revision() <= last)
                    .map(Revision::of)
                    .forEach(found::add);
        }
        return found;
    }

    /** The newest revision that the view holds; 0 where it holds none. */
    public long newest(PostId post) {
        return shelf.open(post).to();
    }

    /** Who wrote when, in order. */
    public List<Session> sessions(PostId post) {
        return Activity.sessions(volumes(post));
    }

    List<Volume> volumes(PostId post) {
        return shelf.volumes(post);
    }
}
