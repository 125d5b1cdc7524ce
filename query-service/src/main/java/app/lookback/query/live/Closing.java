package app.lookback.query.live;

/** Why the server ends a socket, with the WebSocket's close code for it. */
enum Closing {
    GOING_AWAY(1001, "the server goes away"),
    FLOODED(1008, "too many messages or sockets"),
    FAILED(1011, "the post could not be opened"),
    TOO_SLOW(1013, "too slow"),
    SIGNED_OUT(4401, "signed out"),
    NOT_LET_IN(4403, "no access any more"),
    SILENT(4408, "silent"),
    DELETED(4410, "the post was deleted");

    private final int code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
