package app.lookback.text;

import app.lookback.text.RefusedEdit.Reason;

/** Follows a position through an edit (after CodeMirror's change.ts, MIT). */
final class PositionMapping {

    private static final int DELETED = -1;

    private PositionMapping() {}

    static int of(ChangeSet edit, int position, int assoc, MapMode mode) {
        if (position < 0 || position > edit.length()) {
            throw new RefusedEdit(
                    Reason.OUTSIDE_TEXT, "There is no position " + position + " in a text of " + edit.length() + ".");
        }
        int start = 0;
        int newStart = 0;
        for (var part = new Cursor(edit); !part.done(); part.next()) {
            int end = start + part.length;
            if (part.keeps() && position < end) {
                return newStart + position - start;
            }
            if (part.changes() && position <= end) {
                if (deletes(start, end, position, mode)) {
                    return DELETED;
                }
                if (position < end || assoc < 0 && part.length == 0) {
                    return position == start || assoc < 0 ? newStart : newStart + part.insert;
                }
            }
            start = end;
            newStart += part.newLength();
        }
        return newStart;
    }

    private static boolean deletes(int start, int end, int position, MapMode mode) {
        return switch (mode) {
            case SIMPLE -> false;
            case TRACK_DELETION -> start < position && position < end;
            case TRACK_BEFORE -> start < position;
            case TRACK_AFTER -> position < end;
        };
    }
}
