package app.lookback.query.platform;

import com.mongodb.event.ConnectionPoolClearedEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts how often MongoDB has become unreachable, as when it ended: nobody knows with which data it comes back. */
@Component
final class Interruptions implements ConnectionPoolListener {

    private final AtomicLong count = new AtomicLong();

    long count() {
        return count.get();
    }

    @Override
    public void connectionPoolCleared(ConnectionPoolClearedEvent interruption) {
        count.incrementAndGet();
    }
}
