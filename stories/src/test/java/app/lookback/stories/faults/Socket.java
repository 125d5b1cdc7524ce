package app.lookback.stories.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket whose messages, and whose one end, come on the executor; none comes after the end. */
final class Socket implements WebSocket.Listener {

    interface Ear {
        void opened();

        void heard(JsonNode message);

        /** It is lost, or was never opened. */
        void closed(String why);
    }

    private final Executor executor;
    private final Ear ear;
    private final StringBuilder unfinished = new StringBuilder();
    private final CompletableFuture<WebSocket> opening = new CompletableFuture<>();
    private CompletableFuture<WebSocket> sending = opening;
    private boolean open;
    private boolean ended;

    private Socket(Executor executor, Ear ear) {
        this.executor = executor;
        this.ear = ear;
    }

    /** To be called on the executor, as are all of its methods that are not the listener's. */
    static Socket open(HttpClient http, URI site, String path, String protocol, String cookies, Executor on, Ear ear) {
        var socket = new Socket(on, ear);
        http.newWebSocketBuilder()
                .header("Cookie", cookies)
                .header("Origin", site.toString())
                .subprotocols(protocol)
                .buildAsync(URI.create("ws://" + site.getAuthority() + path), socket)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        socket.ends(failure.toString());
                    }
                });
        return socket;
    }

    boolean isOpen() {
        return open && !ended;
    }

    void send(String message) {
        sending = sending.thenCompose(socket -> socket.sendText(message, true));
        sending.whenComplete((sent, failure) -> {
            if (failure != null) {
                ends(failure.toString());
            }
        });
    }

    /** Nothing is said to the other side. */
    void drop() {
        ended = true;
        opening.thenAccept(WebSocket::abort);
    }

    private void ends(String why) {
        executor.execute(() -> {
            if (!ended) {
                drop();
                ear.closed(why);
            }
        });
    }

    @Override
    public void onOpen(WebSocket socket) {
        executor.execute(() -> {
            open = true;
            opening.complete(socket);
            if (!ended) {
                ear.opened();
            }
        });
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        unfinished.append(part);
        if (last) {
            var message = JsonMapper.shared().readTree(unfinished.toString());
            unfinished.setLength(0);
            executor.execute(() -> {
                if (!ended) {
                    ear.heard(message);
                }
            });
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ends("closed with " + code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        ends(failure.toString());
    }
}
