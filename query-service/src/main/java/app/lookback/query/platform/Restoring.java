package app.lookback.query.platform;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts each view again whose position is gone, as when the database was dropped while the service ran. */
@Component
class Restoring {

    private static final Logger log = LoggerFactory.getLogger(Restoring.class);

    private final EventProcessingConfiguration processing;
    private final TokenStore positions;
    private final Views.Names names;

    Restoring(EventProcessingConfiguration processing, TokenStore positions, Views.Names names) {
        this.processing = processing;
        this.positions = positions;
        this.names = names;
    }

    void restore() {
        for (var name : names.all()) {
            processing
                    .eventProcessor(name, StreamingEventProcessor.class)
                    .filter(StreamingEventProcessor::isRunning)
                    .filter(processor -> positions.fetchSegments(name).length == 0)
                    .ifPresent(processor -> restart(name, processor));
        }
    }

    private static void restart(String name, StreamingEventProcessor processor) {
        log.warn("The view {} was dropped. It is built again.", name);
        processor.shutDown();
        processor.start();
    }
}
