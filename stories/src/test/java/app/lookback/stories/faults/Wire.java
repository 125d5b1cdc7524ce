package app.lookback.stories.faults;

import app.lookback.stories.faults.Answer.Accepted;
import app.lookback.stories.faults.Answer.Unknown;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How one editor reaches the nodes, signed in as someone. All callbacks come on the executor. */
final class Wire {

    /** Longer than an editor waits: what comes later is written down all the same. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private static final int LONGEST_MESSAGE = 8000;

    private final HttpClient http;
    private final Pass pass;
    private final String post;
    private final Executor executor;
    private final Map<URI, SubmissionLine> lines = new HashMap<>();

    /** What shows who it is: the cookies, and the token against forgery. */
    record Pass(String cookies, String token) {}

    Wire(HttpClient http, Pass pass, String post, Executor executor) {
        this.http = http;
        this.pass = pass;
        this.post = post;
        this.executor = executor;
    }

    /** By the socket for edits where it is open, otherwise by POST while it opens. */
    void submit(URI node, long sequence, String message, Consumer<Answer> answered) {
        var line = lines.get(node);
        if (line == null || line.hasEnded()) {
            lines.put(node, open(node));
        }
        if (line != null && line.isOpen() && message.length() <= LONGEST_MESSAGE) {
            line.submit(sequence, message, answered);
        } else {
            post(node, message, answered);
        }
    }

    private SubmissionLine open(URI node) {
        var line = new SubmissionLine();
        line.begin(socket(node, "/submissions", "lookback.edits.v1", line));
        return line;
    }

    private void post(URI node, String message, Consumer<Answer> answered) {
        var request = request(node, "/edits")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", pass.token())
                .POST(BodyPublishers.ofString(message));
        send(request, (status, body) -> answered.accept(answer(status, body)));
    }

    private static Answer answer(int status, JsonNode body) {
        if (status == 0) {
            return new Unknown(body.asString());
        }
        return status == 200
                ? new Accepted(body.path("revision").asLong())
                : Answer.of(status, body.path("code").asString());
    }

    /** The status and the body, or 0 and why there is none. */
    void get(URI node, String path, BiConsumer<Integer, JsonNode> answered) {
        send(request(node, path).GET(), answered);
    }

    Socket listen(URI node, Socket.Ear ear) {
        return socket(node, "/live", "lookback.v1", ear);
    }

    private Socket socket(URI node, String path, String protocol, Socket.Ear ear) {
        return Socket.open(http, node, "/api/posts/" + post + path, protocol, pass.cookies(), executor, ear);
    }

    private HttpRequest.Builder request(URI node, String path) {
        return HttpRequest.newBuilder(node.resolve("/api/posts/" + post + path))
                .timeout(LONGEST)
                .header("Cookie", pass.cookies());
    }

    private void send(HttpRequest.Builder request, BiConsumer<Integer, JsonNode> answered) {
        http.sendAsync(request.build(), BodyHandlers.ofString())
                .whenCompleteAsync((response, failure) -> tell(response, failure, answered), executor);
    }

    private static void tell(
            @Nullable HttpResponse<String> response,
            @Nullable Throwable failure,
            BiConsumer<Integer, JsonNode> answered) {
        var json = JsonMapper.shared();
        if (response == null) {
            answered.accept(0, json.valueToTree(String.valueOf(failure)));
            return;
        }
        JsonNode body;
        try {
            body = json.readTree(response.body());
        } catch (JacksonException notJson) {
            body = json.createObjectNode();
        }
        answered.accept(response.statusCode(), body);
    }
}
