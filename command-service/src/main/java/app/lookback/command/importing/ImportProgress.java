package app.lookback.command.importing;

/** Is told how far an import is. */
@FunctionalInterface
public interface ImportProgress {

    /** {@code done} of {@code all} steps are over; {@code doing} says what comes, as in "Posts". */
    void reached(String doing, int done, int all);
}
