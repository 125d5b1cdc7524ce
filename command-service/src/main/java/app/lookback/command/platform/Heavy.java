package app.lookback.command.platform;

/** An aggregate that says how much memory it takes, about. */
public interface Heavy {

    int bytes();
}
