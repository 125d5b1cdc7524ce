package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each unit of a source comes from: which revision inserted it, whose that was and when. Depends on nothing but the
 * revisions, in whatever portions they come.
 *
 * @param strands in the order of the text; neighbours are of different revisions
 * @param typists who ever wrote here, in the order of their first revisions
 */
public record Weave(List<Strand> strands, List<Typist> typists) {

    static final Weave EMPTY = new Weave(List.of(), List.of());

    /** A mark has to fit into one unit and must be no surrogate. */
    private static final int MARKS = 0xD800;

    /**
     * Neighbouring units that one revision inserted.
     *
     * @param typist the number of its author among the typists
     * @param second when, in seconds of the epoch
     */
    public record Strand(int length, long revision, int typist, long second) {

        Strand of(int units) {
            return new Strand(units, revision, typist, second);
        }
    }

    /** How many units a person has inserted, whether they are still there or not. */
    public record Typist(PersonId author, long typed) {}

    /** After the revisions that follow, in order. */
    Weave after(List<Revision> revisions) {
        var woven = this;
        for (int i = 0; i < revisions.size(); i += MARKS) {
            woven = woven.afterFew(revisions.subList(i, Math.min(revisions.size(), i + MARKS)));
        }
        return woven;
    }

    /** Composed with marks in the place of what they insert, so that many revisions cost one walk through the strands. */
    private Weave afterFew(List<Revision> revisions) {
        var authors = new Typing(typists);
        var stamped = new ArrayList<ChangeSet>(revisions.size());
        var origins = new ArrayList<Strand>(revisions.size());
        for (var revision : revisions) {
            stamped.add(revision.changes().stamped((char) stamped.size()));
            int typist = authors.typed(revision.author(), inserted(revision.changes()));
            origins.add(new Strand(0, revision.revision(), typist, second(revision.at())));
        }
        var weaving = new Weaving(strands, origins);
        Replay.compose(stamped).walk(weaving);
        return new Weave(weaving.woven(), authors.typists());
    }

    private static long second(Instant at) {
        return at.getEpochSecond();
    }

    private static int inserted(ChangeSet changes) {
        return changes.size() - 2 * changes.parts();
    }

    int length() {
        return strands.stream().mapToInt(Strand::length).sum();
    }

    byte[] bytes() {
        var lengths = new Column();
        var origins = new Column();
        var before = new Strand(0, 0, 0, 0);
        for (var strand : strands) {
            lengths.add(strand.length);
            origins.add(strand.revision - before.revision)
                    .add(strand.typist - before.typist)
                    .add(strand.second - before.second);
            before = strand;
        }
        var all = new Column().add(typists.size());
        typists.forEach(typist -> all.add(typist.author.value()).add(typist.typed));
        return Deflated.of(all.add(strands.size())
                .add(lengths.written())
                .add(origins.written())
                .written());
    }

    static Weave parse(byte[] bytes) {
        var all = new Column(Deflated.inflated(bytes));
        var typists = new ArrayList<Typist>();
        for (long left = all.next(); left > 0; left--) {
            typists.add(new Typist(new PersonId(all.nextText()), all.next()));
        }
        int count = all.nextInt();
        var lengths = new Column(all.nextBytes());
        var origins = new Column(all.nextBytes());
        var strands = new ArrayList<Strand>(count);
        var last = new Strand(0, 0, 0, 0);
        for (int i = 0; i < count; i++) {
            last = new Strand(
                    lengths.nextInt(),
                    last.revision + origins.next(),
                    last.typist + origins.nextInt(),
                    last.second + origins.next());
            strands.add(last);
        }
        return new Weave(strands, typists);
    }
}
