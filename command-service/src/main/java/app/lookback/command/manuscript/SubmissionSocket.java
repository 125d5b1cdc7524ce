package app.lookback.command.manuscript;

import app.lookback.command.manuscript.SubmissionHandshake.SignedIn;
import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Time;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(SubmissionSocket.class);
    private static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed out");
    private static final CloseStatus NOT_LET_IN = new CloseStatus(4403, "no access any more");
    private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow");
    private static final String LINE = SubmissionLine.class.getName();

    private final Submissions submissions;
    private final SignIns signIns;
    private final Membership membership;
    private final Time time;
    private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();

    SubmissionSocket(Submissions submissions, SignIns signIns, Membership membership, Time time) {
        this.submissions = submissions;
        this.signIns = signIns;
        this.membership = membership;
        this.time = time;
        membership.whenTakenBack(this::close);
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
        open.add(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        open.remove(session);
    }

    private void close(PostId post, PersonId person) {
        for (var session : open) {
            var writer = (SignedIn) session.getAttributes().get(WRITER);
            if (writer.post().equals(post) && writer.person().equals(person)) {
                close(session);
            }
        }
    }

    private static void close(WebSocketSession session) {
        try {
            session.close(NOT_LET_IN);
        } catch (IOException gone) {
            log.debug("An editor went before its socket was closed", gone);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        var writer = (SignedIn) session.getAttributes().get(WRITER);
        var line = (SubmissionLine) session.getAttributes().get(LINE);
        if (!signIns.lasts(writer.session())) {
            session.close(SIGNED_OUT);
        } else if (!membership.isAuthor(writer.post(), writer.person())) {
            session.close(NOT_LET_IN);
        } else if (!line.take(message.getPayload(), submission -> submit(submission, writer))) {
            session.close(TOO_SLOW);
        }
    }

    private CompletableFuture<Long> submit(Submission submission, SignedIn writer) {
        return submissions.submit(submission.by(writer.person(), writer.post(), time.now()));
    }
}
