package app.lookback.command.address;

import app.lookback.contract.SiteFileEvent;
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
        return candidates.filter(this::isFree).findFirst().orElseThrow();
    }

    /** Neither a post nor a file of the site stands there. */
    public boolean isFree(String path) {
        return log.lastSequenceNumberFor(path).isEmpty()
                && log.lastSequenceNumberFor(SiteFileEvent.aggregate("static" + path))
                        .isEmpty();
    }
}
