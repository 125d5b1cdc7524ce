package app.lookback.query.platform;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which posts a view has stopped for, and how they go on. */
@Component
public class DeadLetterOffice {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterOffice.class);

    private final MongoCollection<Stopped> stopped;
    private final EventStorageEngine engine;
    private final ObjectProvider<EventProcessingConfiguration> processing;

    /** {@code number} counts the events of the aggregate from 0; {@code waiting} has that event and all after it. */
    record Letter(
            String view, String aggregate, long number, String event, String cause, Instant since, long waiting) {}

    DeadLetterOffice(
            MongoDatabase views, EventStorageEngine engine, ObjectProvider<EventProcessingConfiguration> processing) {
        this.stopped = views.getCollection("stopped", Stopped.class);
        this.engine = engine;
        this.processing = processing;
    }

    DeadLetters of(String view) {
        return new DeadLetters(view, stopped, engine);
    }

    List<Letter> all() {
        return stopped.find().into(new ArrayList<>()).stream()
                .map(stop -> new Letter(
                        stop.view(),
                        stop.aggregate(),
                        stop.number(),
                        stop.event(),
                        stop.cause(),
                        stop.since(),
                        of(stop.view()).waiting(stop)))
                .toList();
    }

    long count() {
        return stopped.countDocuments();
    }

    /** Whether one of these views has stopped for one of these aggregates. */
    public boolean hasStopped(Map<String, String> aggregateOfView) {
        var ids = aggregateOfView.entrySet().stream()
                .map(entry -> Stopped.id(entry.getKey(), entry.getValue()))
                .toList();
        return stopped.find(in("_id", ids)).first() != null;
    }

    /** Handles again what could not be handled, and all that waits behind it; says whether all of it could be. */
    boolean retry(String view, String aggregate) {
        return processing
                .getObject()
                .sequencedDeadLetterProcessor(view)
                .map(letters -> letters.process(letter -> isOf(aggregate, letter)))
                .orElse(false);
    }

    private static boolean isOf(String aggregate, DeadLetter<? extends EventMessage<?>> letter) {
        return letter.message() instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().equals(aggregate);
    }

    /** What mends an event that cannot be handled is a newer program: so each start tries. */
    @EventListener(ApplicationReadyEvent.class)
    void retryAll() {
        for (var letter : all()) {
            boolean goesOn = retry(letter.view(), letter.aggregate());
            log.warn(
                    "The view {} had stopped for {}: it {}",
                    letter.view(),
                    letter.aggregate(),
                    goesOn ? "goes on" : "still cannot go on");
        }
    }

    static EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        if (Outage.isBehind(failure)) {
            throw new IllegalStateException("A store is away; the event is handled again", failure);
        }
        log.error(
                "An event cannot be handled; its post stops: {}",
                letter.message().getIdentifier(),
                failure);
        return Decisions.enqueue(failure);
    }
}
