package app.lookback.query.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A browser's WebSocket. Sends asynchronously, so that no thread waits for a slow browser. */
final class BrowserWire implements Wire {

    private static final Logger log = LoggerFactory.getLogger(BrowserWire.class);
    private static final String LONGEST_BLOCKING_SEND = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
    private static final long PATIENCE_MILLIS = 5_000;

    /** The slowest line for which a large page is sent to its end. */
    private static final long UNITS_A_MILLISECOND = 50;

    private final Session session;
    private final Executor goodbyes;

    BrowserWire(Session session, Executor goodbyes) {
        this.session = session;
        this.goodbyes = goodbyes;
        session.getUserProperties().put(LONGEST_BLOCKING_SEND, PATIENCE_MILLIS);
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> sent) {
        try {
            var remote = session.getAsyncRemote();
            remote.setSendTimeout(PATIENCE_MILLIS + frame.length() / UNITS_A_MILLISECOND);
            remote.sendText(frame, result -> sent.accept(result.isOK() ? null : result.getException()));
        } catch (IllegalStateException alreadyClosed) {
            sent.accept(alreadyClosed);
        }
    }

    @Override
    public void ping() {
        goodbyes.execute(() -> {
            try {
                session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException | IllegalStateException gone) {
                log.debug("A browser could not be asked whether it is there", gone);
            }
        });
    }

    @Override
    public void close(Closing reason) {
        goodbyes.execute(() -> {
            try {
                session.close(new CloseReason(CloseCodes.getCloseCode(reason.code()), reason.reason()));
            } catch (IOException | IllegalStateException gone) {
                log.debug("A browser could not be told goodbye", gone);
            }
        });
    }
}
