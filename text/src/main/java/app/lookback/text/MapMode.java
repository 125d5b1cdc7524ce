package app.lookback.text;

/** When a position counts as deleted (CodeMirror's MapMode). */
public enum MapMode {
    /** Never: it moves to where the deleted text was. */
    SIMPLE,
    /** When the text on both sides of it was deleted. */
    TRACK_DELETION,
    /** When the unit before it was deleted. */
    TRACK_BEFORE,
    /** When the unit after it was deleted. */
    TRACK_AFTER
}
