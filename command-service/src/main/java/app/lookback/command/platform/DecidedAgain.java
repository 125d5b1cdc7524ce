package app.lookback.command.platform;

/** A command that is another one when it is decided for the second time, on a fresh reading of the log. */
public interface DecidedAgain {

    Object again();
}
