package app.lookback.query.history;

import app.lookback.text.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A bucket while revisions are added to it. */
final class Filling implements Walk {

    private final Bucket before;
    private final List<Kept> added = new ArrayList<>();
    private final List<Session> sessions;
    private final Placing sources;
    private final Placing weaves;
    private final Amounts amounts;
    private long to;
    private long inserted;
    private long deleted;
    private int length;

    Filling(Bucket before) {
        this.before = before;
        this.sessions = new ArrayList<>(before.sessions());
        this.sources = Placing.ofSources(before.sources());
        this.weaves = Placing.ofWeaves(before.weaves());
        this.to = before.to();
        this.amounts = Amounts.of(Stream.of(before.amounts()));
    }

    boolean isFull() {
        return to - before.from() + 1 == Bucket.SPAN;
    }

    void add(Revision revision) {
        require(
                added.isEmpty()
                        ? before.fits(revision)
                        : length == revision.changes().length(),
                revision);
        added.add(Kept.of(revision));
        Session.of(revision).joinTo(sessions);
        inserted = 0;
        deleted = 0;
        revision.changes().walk(this);
        amounts.add((int) (revision.revision() - before.from()), revision.at().toEpochMilli(), inserted, deleted);
        to = revision.revision();
        length = revision.changes().newLength();
        sources.follow(revision);
        weaves.follow(revision);
    }

    @Override
    public void kept(int units) {}

    @Override
    public void replaced(int units, String text) {
        inserted += text.length();
        deleted += units;
    }

    private static void require(boolean fits, Revision revision) {
        if (!fits) {
            throw new IllegalStateException("Revision " + revision.revision() + " does not fit the one before.");
        }
    }

    Bucket bucket() {
        return new Bucket(
                before.id(),
                before.post(),
                before.from(),
                to,
                sources.places(),
                weaves.places(),
                List.copyOf(sessions),
                Amounts.of(Stream.of(amounts)),
                before.revisions().and(added));
    }
}
