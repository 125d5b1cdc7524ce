package app.lookback.query.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/** A run of words that are in both texts, in the old one only, or in the new one only. */
record Piece(Kind kind, String text) {

    enum Kind {
        @JsonProperty("same")
        SAME,
        @JsonProperty("deleted")
        DELETED,
        @JsonProperty("inserted")
        INSERTED
    }

    /** Where less than this part of two texts is the same, they are easier to read one after the other. */
    private static final double KINSHIP = 0.2;

    /** How to get from one text to the other, word by word. */
    static List<Piece> between(String old, String now, Alignment alignment) {
        var a = Words.of(old);
        var b = Words.of(now);
        var edits = joined(alignment.of(a, b), a);
        return isKin(edits, a, b) ? pieces(edits, a, b) : pieces(List.of(new Edit(0, a.size(), 0, b.size())), a, b);
    }

    /** Two changes with nothing but a space between them are one. */
    static List<Edit> joined(List<Edit> edits, List<String> old) {
        var joined = new ArrayList<Edit>();
        for (var edit : edits) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && isSpace(old.subList(last.getEndA(), edit.getBeginA()))) {
                joined.set(
                        joined.size() - 1,
                        new Edit(last.getBeginA(), edit.getEndA(), last.getBeginB(), edit.getEndB()));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private static boolean isSpace(List<String> words) {
        return words.stream().allMatch(word -> word.isBlank() && !word.contains("\n"));
    }

    private static boolean isKin(List<Edit> edits, List<String> old, List<String> now) {
        int words = Words.count(old) + Words.count(now);
        int changed = edits.stream()
                .mapToInt(edit -> Words.count(old.subList(edit.getBeginA(), edit.getEndA()))
                        + Words.count(now.subList(edit.getBeginB(), edit.getEndB())))
                .sum();
        return words - changed >= KINSHIP * words;
    }

    private static List<Piece> pieces(List<Edit> edits, List<String> old, List<String> now) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var edit : edits) {
            add(pieces, Kind.SAME, old.subList(at, edit.getBeginA()));
            add(pieces, Kind.DELETED, old.subList(edit.getBeginA(), edit.getEndA()));
            add(pieces, Kind.INSERTED, now.subList(edit.getBeginB(), edit.getEndB()));
            at = edit.getEndA();
        }
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
