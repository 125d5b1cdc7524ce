package app.lookback.query.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.Edit;

/** A block of the new page with what is new in it and what was there before, marked for eyes and for screen readers. */
final class MarkedHtml {

    private static final String HIDDEN = "<span class=\"visually-hidden\">%s</span>";

    private final StringBuilder html = new StringBuilder();
    private Mark mark = Mark.NONE;

    enum Mark {
        NONE("", ""),
        DELETED("del", "deleted: "),
        INSERTED("ins", "inserted: ");

        private final String element;
        private final String word;

        Mark(String element, String word) {
            this.element = element;
            this.word = word;
        }
    }

    private MarkedHtml() {}

    /** Empty where the two are built differently, or differ in nothing that is read. */
    static Optional<String> of(String old, String now, Alignment alignment) {
        var a = Tag.of(old);
        var b = Tag.of(now);
        var edits = Piece.joined(
                alignment.of(
                        a.stream().map(Tag::key).toList(),
                        b.stream().map(Tag::key).toList()),
                a.stream().map(Tag::key).toList());
        boolean read = edits.stream().anyMatch(edit -> changes(edit, a, b).anyMatch(Tag::isSeen));
        boolean rebuilt =
                edits.stream().anyMatch(edit -> changes(edit, a, b).anyMatch(tag -> tag.role() == Tag.Role.STRUCTURE));
        return read && !rebuilt ? Optional.of(new MarkedHtml().merged(edits, a, b)) : Optional.empty();
    }

    private static Stream<Tag> changes(Edit edit, List<Tag> old, List<Tag> now) {
        return Stream.concat(
                old.subList(edit.getBeginA(), edit.getEndA()).stream(),
                now.subList(edit.getBeginB(), edit.getEndB()).stream());
    }

    private String merged(List<Edit> edits, List<Tag> old, List<Tag> now) {
        int at = 0;
        for (var edit : edits) {
            add(now.subList(at, edit.getBeginB()), Mark.NONE);
            add(
                    old.subList(edit.getBeginA(), edit.getEndA()).stream()
                            .filter(Tag::isSeen)
                            .toList(),
                    Mark.DELETED);
            add(now.subList(edit.getBeginB(), edit.getEndB()), Mark.INSERTED);
            at = edit.getEndB();
        }
        add(now.subList(at, now.size()), Mark.NONE);
        turn(Mark.NONE);
        return html.toString();
    }

    private void add(List<Tag> tags, Mark as) {
        for (var tag : tags) {
            turn(tag.isSeen() ? as : Mark.NONE);
            html.append(tag.html());
        }
    }

    private void turn(Mark next) {
        if (next != mark) {
            html.append(mark == Mark.NONE ? "" : "</" + mark.element + ">");
            html.append(next == Mark.NONE ? "" : opening(next, next.word));
            mark = next;
        }
    }

    private static String opening(Mark mark, String word) {
        return "<" + mark.element + ">" + HIDDEN.formatted(word);
    }

    /** A whole block that is gone or new. */
    static String whole(String block, Mark mark) {
        return opening(mark, mark.word) + block + "</" + mark.element + ">";
    }

    /** A block that is the same at another place. */
    static String moved(String block, Mark mark) {
        var word = mark == Mark.DELETED ? "moved from here: " : "moved to here: ";
        return opening(mark, word) + block + "</" + mark.element + ">";
    }
}
