package app.lookback.query.compare;

import java.util.List;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * Which stretches of two lists differ. Myers' algorithm finds the shortest answer at a cost that grows with the product of
 * the lengths; so it works on what is short, the histogram algorithm cuts what is long, and when one comparison has cost
 * enough, what is left counts as different.
 */
final class Alignment {

    private static final long SHORT = 1_000_000;
    private static final long ENOUGH = 100_000_000;

    private final HistogramDiff histogram = new HistogramDiff();
    private long spent;

    Alignment() {
        histogram.setFallbackAlgorithm(new Bounded());
    }

    /** Ascending; {@code A} stands for the old list. */
    List<Edit> of(List<String> old, List<String> now) {
        var a = new Items(old);
        var b = new Items(now);
        return fits(a, b) ? MyersDiff.INSTANCE.diff(Equality.OF_ITEMS, a, b) : histogram.diff(Equality.OF_ITEMS, a, b);
    }

    private boolean fits(Sequence a, Sequence b) {
        long product = (long) a.size() * b.size();
        if (product > SHORT || spent + product > ENOUGH) {
            return false;
        }
        spent += product;
        return true;
    }

    /** What the histogram algorithm leaves over, for everything in it is too common. */
    private final class Bounded extends DiffAlgorithm {

        @Override
        public <S extends Sequence> EditList diffNonCommon(SequenceComparator<? super S> equality, S a, S b) {
            if (fits(a, b)) {
                return MyersDiff.INSTANCE.diffNonCommon(equality, a, b);
            }
            return EditList.singleton(new Edit(0, a.size(), 0, b.size()));
        }
    }

    private static final class Items extends Sequence {
        private final List<String> items;

        Items(List<String> items) {
            this.items = items;
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    private static final class Equality extends SequenceComparator<Items> {
        static final Equality OF_ITEMS = new Equality();

        @Override
        public boolean equals(Items a, int at, Items b, int bt) {
            return a.items.get(at).equals(b.items.get(bt));
        }

        @Override
        public int hash(Items sequence, int at) {
            return sequence.items.get(at).hashCode();
        }
    }
}
