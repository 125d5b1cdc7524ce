package app.lookback.query.compare;

import app.lookback.query.compare.Piece.Kind;
import java.util.Comparator;

/**
 * What is different between two sources, in short.
 *
 * @param inserted how many words are new
 * @param deleted how many are gone
 * @param excerpt from the longest piece that is new, or gone if none is; at most 160 characters on one line
 */
public record Summary(int inserted, int deleted, String excerpt) {

    private static final int LONGEST = 160;

    public static Summary of(String old, String now) {
        var compared = SourceComparison.of(old, now);
        var inserted = longest(compared, Kind.INSERTED);
        return new Summary(
                compared.inserted(),
                compared.deleted(),
                inserted.isEmpty() ? longest(compared, Kind.DELETED) : inserted);
    }

    private static String longest(SourceComparison compared, Kind kind) {
        return compared.hunks().stream()
                .flatMap(hunk -> hunk.pieces().stream())
                .filter(piece -> piece.kind() == kind)
                .map(piece -> piece.text().strip().replaceAll("\\s+", " "))
                .max(Comparator.comparing(String::length))
                .map(Summary::cut)
                .orElse("");
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
