package app.lookback.text;

import app.lookback.text.RefusedEdit.Reason;
import java.util.Arrays;

/**
 * Collects the parts of an edit from left to right, in the one form that CodeMirror gives them: no part that changes
 * nothing, no neighbours that both keep, both delete, or both insert.
 */
final class Parts {

    private int[] sections = new int[8];
    private int size;
    private long length;
    private long newLength;
    private final StringBuilder inserted = new StringBuilder();

    int size() {
        return size;
    }

    void keep(int units) {
        add(units, ChangeSet.KEEP, "", 0, false);
    }

    /** Replaces {@code units} by {@code insert} units of {@code text} from {@code start}. */
    void replace(int units, int insert, String text, int start) {
        add(units, insert, text, start, false);
    }

    /** With {@code join}, what changes goes on in the last part instead of beginning another. */
    void add(int units, int insert, String text, int start, boolean join) {
        if (insert > 0) {
            // A copy of the piece, for a builder takes over a range of a text unit by unit.
            inserted.append(text.substring(start, start + insert));
        }
        record(units, insert, join);
    }

    /** What is to be inserted next may be written here before {@link #replaceByWritten}. */
    StringBuilder inserted() {
        return inserted;
    }

    /** Replaces {@code units} by what was written since there were {@code before} units inserted. */
    void replaceByWritten(int units, int before) {
        record(units, inserted.length() - before, false);
    }

    private void record(int units, int insert, boolean join) {
        if (units == 0 && insert <= 0) {
            return;
        }
        length = bounded(length + units);
        newLength = bounded(newLength + (insert < 0 ? units : insert));
        if (size > 0 && (join || joinsLast(units, insert))) {
            sections[size - 2] += units;
            sections[size - 1] = insert < 0 ? insert : sections[size - 1] + insert;
        } else {
            push(units, insert);
        }
    }

    private boolean joinsLast(int units, int insert) {
        return insert <= 0 ? sections[size - 1] == insert : units == 0 && sections[size - 2] == 0;
    }

    private void push(int units, int insert) {
        if (size == sections.length) {
            sections = Arrays.copyOf(sections, size * 2);
        }
        sections[size++] = units;
        sections[size++] = insert;
    }

    private static long bounded(long units) {
        if (units > Integer.MAX_VALUE) {
            throw new RefusedEdit(Reason.OUTSIDE_TEXT, "The parts of the edit add up to more than any text can hold.");
        }
        return units;
    }

    ChangeSet build() {
        return new ChangeSet(Arrays.copyOf(sections, size), inserted.toString(), (int) length, (int) newLength);
    }
}
