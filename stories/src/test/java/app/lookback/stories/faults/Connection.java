package app.lookback.stories.faults;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds a line to a node that tells of revisions, and takes another when it is lost or silent. */
final class Connection implements Socket.Ear {

    private static final int PING_EVERY_MILLIS = 2000;
    private static final int LONGEST_SILENCE_MILLIS = 5000;

    private final Editor editor;
    private final List<URI> nodes;
    private final Wire wire;
    private int turn;
    private @Nullable Socket socket;
    private long lastWord;

    Connection(Editor editor, List<URI> nodes, Wire wire, int turn) {
        this.editor = editor;
        this.nodes = nodes;
        this.wire = wire;
        this.turn = turn;
    }

    void open() {
        lastWord = System.nanoTime();
        var opening = wire.listen(nodes.get(turn % nodes.size()), this);
        socket = opening;
        editor.later(PING_EVERY_MILLIS, () -> ping(opening));
    }

    void close() {
        if (socket != null) {
            socket.drop();
        }
    }

    private void ping(Socket pinged) {
        if (pinged != socket) {
            return;
        }
        if (System.nanoTime() - lastWord > LONGEST_SILENCE_MILLIS * 1_000_000L) {
            pinged.drop();
            closed("silence");
        } else {
            if (pinged.isOpen()) {
                pinged.send("{\"type\":\"ping\"}");
            }
            editor.later(PING_EVERY_MILLIS, () -> ping(pinged));
        }
    }

    @Override
    public void opened() {
        if (socket != null) {
            socket.send("{\"type\":\"here\",\"client\":\"%s\",\"revision\":%d,\"anchor\":null,\"head\":null}"
                    .formatted(editor.replica().client(), editor.replica().revision()));
        }
    }

    @Override
    public void heard(JsonNode message) {
        lastWord = System.nanoTime();
        var type = message.path("type").asString();
        if (type.equals("revision")) {
            editor.inbox().heard(Inbox.revision(message));
        } else if (type.equals("welcome")) {
            editor.inbox().reach(message.path("revision").asLong());
        }
    }

    @Override
    public void closed(String why) {
        socket = null;
        turn++;
        editor.inbox().look();
        editor.later(editor.backoff(), () -> {
            if (socket == null && editor.canGoOn()) {
                open();
            }
        });
    }
}
