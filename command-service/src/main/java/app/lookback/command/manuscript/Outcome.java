package app.lookback.command.manuscript;

/** What became of one of the edits that were decided together. */
sealed interface Outcome {

    /** It is this revision. */
    record Accepted(long revision) implements Outcome {}

    /** Nothing was recorded. */
    record Refused(RuntimeException reason) implements Outcome {}

    /** Its base is older than what the manuscript remembers: it has to be brought nearer first. */
    record FarBehind() implements Outcome {}
}
