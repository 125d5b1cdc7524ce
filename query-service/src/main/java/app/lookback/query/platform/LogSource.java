package app.lookback.query.platform;

import app.lookback.contract.log.LogSignal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log as processors follow it: an event reaches them when it is appended, not when a poll comes round. */
@Component
public class LogSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventStorageEngine engine;
    private final Set<LogStream> open = ConcurrentHashMap.newKeySet();

    LogSource(EventStorageEngine engine, LogSignal signal) {
        this.engine = engine;
        signal.onGrowth(() -> open.forEach(LogStream::mayHaveGrown));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
        var stream = new LogStream(engine, position, open::remove);
        open.add(stream);
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }
}
