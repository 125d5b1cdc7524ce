package app.lookback.query.live;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to one browser. Nothing here blocks. */
interface Wire {

    /** Tells {@code sent} once that the frame is on its way, or why not; the next one may be sent only then. */
    void send(String frame, Consumer<@Nullable Throwable> sent);

    /** Asks the browser itself, not its page, whether it is there. */
    void ping();

    void close(Closing reason);
}
