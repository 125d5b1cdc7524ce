package app.lookback.query.compare;

import app.lookback.query.compare.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.Edit;

/**
 * Two sources, line by line and within changed lines word by word. The old source is what is same or deleted, the new one
 * what is same or inserted, each in its order.
 *
 * @param inserted how many words are new; those of moved lines are not
 * @param deleted how many are gone
 */
record SourceComparison(List<Hunk> hunks, int inserted, int deleted) {

    static SourceComparison of(String old, String now) {
        return new Comparing(Lines.of(old), Lines.of(now)).compare();
    }

    private static SourceComparison of(List<Hunk> hunks) {
        return new SourceComparison(hunks, words(hunks, Kind.INSERTED), words(hunks, Kind.DELETED));
    }

    private static int words(List<Hunk> hunks, Kind kind) {
        return hunks.stream()
                .filter(hunk -> hunk.moved() == null)
                .flatMap(hunk -> hunk.pieces().stream())
                .filter(piece -> piece.kind() == kind)
                .mapToInt(piece -> Words.countIn(piece.text()))
                .sum();
    }

    private static final class Comparing {
        private final Lines old;
        private final Lines now;
        private final Alignment alignment = new Alignment();
        private final List<Edit> edits;
        private final Moves moves;
        private final List<Hunk> hunks = new ArrayList<>();

        Comparing(Lines old, Lines now) {
            this.old = old;
            this.now = now;
            this.edits = alignment.of(old.all(), now.all());
            this.moves = Moves.of(
                    edits.stream().flatMap(edit -> texts(gone(edit))).toList(),
                    edits.stream().flatMap(edit -> texts(come(edit))).toList());
        }

        private static Stream<String> texts(Lines lines) {
            return lines.paragraphs().stream().map(Lines::text);
        }

        private Lines gone(Edit edit) {
            return old.between(edit.getBeginA(), edit.getEndA());
        }

        private Lines come(Edit edit) {
            return now.between(edit.getBeginB(), edit.getEndB());
        }

        SourceComparison compare() {
            int a = 0;
            int b = 0;
            for (var edit : edits) {
                same(a, edit.getBeginA(), b, edit.getBeginB());
                changed(gone(edit), come(edit));
                a = edit.getEndA();
                b = edit.getEndB();
            }
            same(a, old.to(), b, now.to());
            return of(hunks);
        }

        private void same(int a, int endA, int b, int endB) {
            if (a < endA) {
                hunks.add(Hunk.same(old.between(a, endA), now.between(b, endB)));
            }
        }

        /** Compared with each other if they are one stretch on each side; where moved lines cut them, each for itself. */
        private void changed(Lines gone, Lines come) {
            var left = new Stay(gone, moves);
            var right = new Stay(come, moves);
            if (left.isOneStretch() && right.isOneStretch()) {
                left.before().forEach(this::deleted);
                right.before().forEach(this::inserted);
                hunks.add(Hunk.changed(
                        left.stretch(),
                        right.stretch(),
                        Piece.between(left.stretch().text(), right.stretch().text(), alignment)));
                left.after().forEach(this::deleted);
                right.after().forEach(this::inserted);
            } else {
                left.parts().forEach(this::deleted);
                right.parts().forEach(this::inserted);
            }
        }

        private void deleted(Lines lines) {
            hunks.add(Hunk.deleted(lines, moves.number(lines.text())));
        }

        private void inserted(Lines lines) {
            hunks.add(Hunk.inserted(lines, moves.number(lines.text())));
        }
    }
}
