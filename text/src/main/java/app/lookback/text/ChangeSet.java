package app.lookback.text;

import app.lookback.text.RefusedEdit.Reason;
import java.util.Arrays;

/**
 * An immutable edit of a text of known length: from left to right, which units it keeps, deletes, and replaces by what.
 * Positions and lengths are UTF-16 code units. Behaviour and JSON are those of CodeMirror's ChangeSet.
 *
 * <p>Laws, for edits {@code a} and {@code b} of a text {@code t} and {@code c} of {@code a.apply(t)}:
 *
 * <ul>
 *   <li>{@code a.compose(c).apply(t)} is {@code c.apply(a.apply(t))};
 *   <li>{@code a.compose(b.map(a, false)).apply(t)} is {@code b.compose(a.map(b, true)).apply(t)};
 *   <li>{@code a.invert(t).apply(a.apply(t))} is {@code t}.
 * </ul>
 *
 * <p>What does <em>not</em> hold: mapping over a composition is not the same as mapping over its members in turn.
 */
public final class ChangeSet {

    static final int KEEP = -1;

    /** Pairs: units of the old text, and units that replace them or {@link #KEEP}. */
    private final int[] sections;

    /** All that is inserted, joined; the pairs tell how much of it belongs to which part. */
    private final String inserted;

    private final int length;
    private final int newLength;

    ChangeSet(int[] sections, String inserted, int length, int newLength) {
        this.sections = sections;
        this.inserted = inserted;
        this.length = length;
        this.newLength = newLength;
    }

    /** The edit that changes nothing in a text of that length. */
    public static ChangeSet empty(int length) {
        return replace(length, 0, 0, "");
    }

    /** Replaces what stands from {@code from} up to {@code to}, in a text of that length, by {@code insert}. */
    public static ChangeSet replace(int length, int from, int to, String insert) {
        if (from < 0 || from > to || to > length) {
            throw new RefusedEdit(
                    Reason.OUTSIDE_TEXT, "There is no range " + from + " to " + to + " in a text of " + length + ".");
        }
        Wellformed.check(insert);
        var parts = new Parts();
        parts.keep(from);
        parts.replace(to - from, insert.length(), insert, 0);
        parts.keep(length - to);
        return parts.build();
    }

    /**
     * Reads the JSON form, strictly, whatever its number of parts; use it for what was accepted before, because
     * rebasing can give an edit more parts than a submission may have.
     */
    public static ChangeSet parse(String json) {
        return parse(json, Integer.MAX_VALUE);
    }

    /** Reads the JSON form of a submission, which may have at most {@code maxParts} parts. */
    public static ChangeSet parse(String json, int maxParts) {
        return new JsonReader(json, maxParts).read();
    }

    /** The JSON form, equal to what JSON.stringify makes of CodeMirror's ChangeSet. */
    public String toJson() {
        return JsonWriter.write(this);
    }

    /** Length of the text before this edit. */
    public int length() {
        return length;
    }

    /** Length of the text after this edit. */
    public int newLength() {
        return newLength;
    }

    /** Whether this edit changes nothing. */
    public boolean isEmpty() {
        return sections.length == 0 || sections.length == 2 && sections[1] == KEEP;
    }

    public int parts() {
        return sections.length / 2;
    }

    /** How much room it takes, roughly: its parts and the units that it inserts. */
    public int size() {
        return sections.length + inserted.length();
    }

    int lengthOf(int part) {
        return sections[2 * part];
    }

    int insertOf(int part) {
        return sections[2 * part + 1];
    }

    String inserted() {
        return inserted;
    }

    /** Refuses this edit if it does not fit the text: another total length, or an end of a change within a pair. */
    public void check(String text) {
        requireLength(text.length());
        int position = 0;
        for (var part = new Cursor(this); !part.done(); part.next()) {
            if (part.changes()) {
                Wellformed.checkBoundary(text, position);
                Wellformed.checkBoundary(text, position + part.length);
            }
            position += part.length;
        }
    }

    /** Goes through the parts from left to right. */
    public void walk(Walk walk) {
        for (var part = new Cursor(this); !part.done(); part.next()) {
            if (part.keeps()) {
                walk.kept(part.length);
            } else {
                walk.replaced(part.length, inserted.substring(part.text(), part.text() + part.insert));
            }
        }
    }

    /** The same edit with {@code mark}, which is no surrogate, in the place of each unit that it inserts. */
    public ChangeSet stamped(char mark) {
        return new ChangeSet(sections, String.valueOf(mark).repeat(inserted.length()), length, newLength);
    }

    private void requireLength(int actual) {
        if (actual != length) {
            throw RefusedEdit.wrongLength(length, actual);
        }
    }

    /** The text after this edit; refuses a text of another length. */
    public String apply(String text) {
        requireLength(text.length());
        var pieces = new String[parts()];
        int position = 0;
        int piece = 0;
        for (var part = new Cursor(this); !part.done(); part.next()) {
            pieces[piece++] = part.keeps()
                    ? text.substring(position, position + part.length)
                    : inserted.substring(part.text(), part.text() + part.insert);
            position += part.length;
        }
        return String.join("", pieces);
    }

    /** This edit and then {@code after} as one; {@code after} must start from this edit's result. */
    public ChangeSet compose(ChangeSet after) {
        after.requireLength(newLength);
        if (isEmpty()) {
            return after;
        }
        return after.isEmpty() ? this : Composition.of(this, after);
    }

    /**
     * This edit as it applies after {@code over}, which was made on the same text. Where both begin equally long
     * changes at one position, this one stays left if {@code before}, otherwise {@code over} does.
     */
    public ChangeSet map(ChangeSet over, boolean before) {
        over.requireLength(length);
        return over.isEmpty() ? this : Mapping.of(this, over, before);
    }

    /** The edit that takes this one back, given the text before this one. */
    public ChangeSet invert(String text) {
        requireLength(text.length());
        var parts = new Parts();
        int position = 0;
        for (var part = new Cursor(this); !part.done(); part.next()) {
            if (part.keeps()) {
                parts.keep(part.length);
            } else {
                parts.replace(part.insert, part.length, text, position);
            }
            position += part.length;
        }
        return parts.build();
    }

    /** Where a position is after this edit; beside an insertion it stays left if {@code assoc} is negative. */
    public int mapPosition(int position, int assoc) {
        return mapPosition(position, assoc, MapMode.SIMPLE);
    }

    /** Where a position is after this edit, or -1 if {@code mode} counts it as deleted. */
    public int mapPosition(int position, int assoc, MapMode mode) {
        return PositionMapping.of(this, position, assoc, mode);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangeSet that
                && Arrays.equals(sections, that.sections)
                && inserted.equals(that.inserted);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sections) + inserted.hashCode();
    }

    /** In the tiny notation: {@code 3 -2+ab 4} keeps 3, replaces 2 by "ab", keeps 4. */
    @Override
    public String toString() {
        return Notation.of(this);
    }
}
