package app.lookback.query.compare;

import app.lookback.query.compare.Piece.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of the old source, of the new one, or of both.
 *
 * @param old the number of their first line in the old source; null if they are in the new one only
 * @param now likewise
 * @param moved the same number at the two places of lines that were moved; null at all others
 */
record Hunk(
        @Nullable Integer old,
        @Nullable Integer now,
        @Nullable Integer moved,
        List<Piece> pieces) {

    static Hunk same(Lines old, Lines now) {
        return new Hunk(old.number(), now.number(), null, List.of(new Piece(Kind.SAME, now.text())));
    }

    static Hunk changed(Lines old, Lines now, List<Piece> pieces) {
        return new Hunk(old.number(), now.number(), null, pieces);
    }

    static Hunk deleted(Lines old, @Nullable Integer moved) {
        return new Hunk(old.number(), null, moved, List.of(new Piece(Kind.DELETED, old.text())));
    }

    static Hunk inserted(Lines now, @Nullable Integer moved) {
        return new Hunk(null, now.number(), moved, List.of(new Piece(Kind.INSERTED, now.text())));
    }
}
