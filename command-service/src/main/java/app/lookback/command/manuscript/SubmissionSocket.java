package app.lookback.command.manuscript;

import app.lookback.command.manuscript.SubmissionHandshake.SignedIn;
import app.lookback.command.platform.Time;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Takes edits over a WebSocket: what a request costs is paid once for the socket, not for each edit. */
@Component
class SubmissionSocket extends TextWebSocketHandler implements SubProtocolCapable {

    static final String PROTOCOL = "lookback.edits.v1";
    static final String WRITER = SignedIn.class.getName();

    /** UTF-16 units of one message, which is what the container holds ready for it; larger edits go by POST. */
    static final int LARGEST = 8000;

    private static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed out");
    private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow");
    private static final String LINE = SubmissionLine.class.getName();

    private final Submissions submissions;
    private final SignIns signIns;
    private final Time time;

    SubmissionSocket(Submissions submissions, SignIns signIns, Time time) {
        this.submissions = submissions;
        this.signIns = signIns;
        this.time = time;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST);
        var browser = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
        session.getAttributes().put(LINE, new SubmissionLine(browser));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        var writer = (SignedIn) session.getAttributes().get(WRITER);
        var line = (SubmissionLine) session.getAttributes().get(LINE);
        if (!signIns.lasts(writer.session())) {
            session.close(SIGNED_OUT);
        } else if (!line.take(message.getPayload(), submission -> submit(submission, writer))) {
            session.close(TOO_SLOW);
        }
    }

    private CompletableFuture<Long> submit(Submission submission, SignedIn writer) {
        return submissions.submit(submission.by(writer.person(), writer.post(), time.now()));
    }
}
