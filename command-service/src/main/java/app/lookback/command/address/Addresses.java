package app.lookback.command.address;

import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Finds addresses that nobody holds. Whether one stays free until it is claimed, the log decides. */
@Component
public class Addresses {

    private final EventStore log;

    Addresses(EventStore log) {
        this.log = log;
    }

    /** The first of the candidates that nobody holds; the stream is as long as it needs to be. */
    public String firstFree(Stream<String> candidates) {
        return candidates
                .filter(path -> log.lastSequenceNumberFor(path).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
