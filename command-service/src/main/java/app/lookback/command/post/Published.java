package app.lookback.command.post;

/** Edition {@code edition} is there, to be read at {@code path}. */
record Published(int edition, String path) {}
