package app.lookback.stories;

import static org.assertj.core.api.Assertions.fail;

import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What came through a live socket, in its order. */
final class Heard implements WebSocket.Listener {

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder unfinished = new StringBuilder();

    @Override
    public synchronized CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        unfinished.append(part);
        if (last) {
            messages.add(Person.JSON.readTree(unfinished.toString()));
            unfinished.setLength(0);
        }
        socket.request(1);
        return null;
    }

    /** Waits for the next message of this type for which the rest holds too; what comes before it is dropped. */
    JsonNode next(String type, Predicate<JsonNode> rest) {
        List<JsonNode> dropped = new ArrayList<>();
        try {
            for (var message = poll(); message != null; message = poll()) {
                if (message.path("type").asString().equals(type) && rest.test(message)) {
                    return message;
                }
                dropped.add(message);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return fail("No such '%s' was heard, but only %s".formatted(type, dropped));
    }

    private JsonNode poll() throws InterruptedException {
        return messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
