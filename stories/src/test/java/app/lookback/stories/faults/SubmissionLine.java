package app.lookback.stories.faults;

import app.lookback.stories.faults.Answer.Accepted;
import app.lookback.stories.faults.Answer.Unknown;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answers that come over a socket for edits, each handed to who waits for it. */
final class SubmissionLine implements Socket.Ear {

    private final Map<Long, Consumer<Answer>> waiting = new HashMap<>();
    private @Nullable Socket socket;
    private boolean ended;

    void begin(Socket opening) {
        socket = opening;
    }

    boolean isOpen() {
        return socket != null && socket.isOpen();
    }

    boolean hasEnded() {
        return ended;
    }

    /** An answer that comes late is an answer too. */
    void submit(long sequence, String message, Consumer<Answer> answered) {
        waiting.put(sequence, answered);
        if (socket != null) {
            socket.send(message);
        }
    }

    @Override
    public void opened() {}

    @Override
    public void heard(JsonNode message) {
        var answered = waiting.remove(message.path("sequence").asLong());
        if (answered != null) {
            answered.accept(
                    message.path("type").asString().equals("accepted")
                            ? new Accepted(message.path("revision").asLong())
                            : Answer.of(
                                    message.path("status").asInt(),
                                    message.path("code").asString()));
        }
    }

    @Override
    public void closed(String why) {
        ended = true;
        waiting.values().forEach(answered -> answered.accept(new Unknown(why)));
        waiting.clear();
    }
}
