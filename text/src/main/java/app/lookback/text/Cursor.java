package app.lookback.text;

/** Walks through the parts of an edit, by whole parts or by pieces of them. */
final class Cursor {

    private static final int END = -2;

    private final ChangeSet edit;
    private int next;
    private int textEnd;

    /** Units of the old text that are left in this part. */
    int length;

    /** Units of the new text that are left in this part, or {@link ChangeSet#KEEP}. */
    int insert;

    /** Whether a piece of this part has been passed already. */
    boolean begun;

    Cursor(ChangeSet edit) {
        this.edit = edit;
        next();
    }

    void next() {
        begun = false;
        boolean more = next < edit.parts();
        length = more ? edit.lengthOf(next) : 0;
        insert = more ? edit.insertOf(next) : END;
        textEnd += Math.max(insert, 0);
        next++;
    }

    boolean done() {
        return insert == END;
    }

    boolean keeps() {
        return insert == ChangeSet.KEEP;
    }

    boolean changes() {
        return insert >= 0;
    }

    /** Where the rest of this part's text begins in {@link ChangeSet#inserted()}. */
    int text() {
        return textEnd - Math.max(insert, 0);
    }

    /** Units that are left in this part once the edit has been applied. */
    int newLength() {
        return keeps() ? length : insert;
    }

    /** Passes that many units of the old text; true when a new part begins. */
    boolean pass(int units) {
        if (units == length) {
            next();
            return true;
        }
        length -= units;
        begun = true;
        return false;
    }

    /** Passes that many units of the new text. */
    void passNew(int units) {
        if (keeps()) {
            pass(units);
        } else if (units == insert) {
            next();
        } else {
            insert -= units;
            begun = true;
        }
    }
}
