package app.lookback.query.live;

import jakarta.websocket.Session;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Hands what happens on a WebSocket to its connection. */
@Component
class LiveSocket extends AbstractWebSocketHandler implements SubProtocolCapable {

    static final String PROTOCOL = "lookback.v1";
    static final String GUEST = Guest.class.getName();

    private static final String CONNECTION = Connection.class.getName();

    private final Connections connections;
    private final Threads threads;

    LiveSocket(Connections connections, Threads threads) {
        this.connections = connections;
        this.threads = threads;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(Message.LARGEST);
        session.setBinaryMessageSizeLimit(Message.LARGEST);
        var browser = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (browser == null) {
            throw new IllegalStateException("A WebSocket of a servlet container has a session of its own.");
        }
        var guest = (Guest) session.getAttributes().get(GUEST);
        session.getAttributes().put(CONNECTION, connections.open(guest, new BrowserWire(browser, threads.goodbyes())));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        connection(session).heard(message.getPayload());
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        connection(session).heard("");
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        connection(session).alive();
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        connection(session).end(Closing.GOING_AWAY);
    }

    private static Connection connection(WebSocketSession session) {
        return (Connection) session.getAttributes().get(CONNECTION);
    }
}
