package app.lookback.query.platform;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/** An empty log in memory and an empty MongoDB: a stand-in, or a real one where LOOKBACK_MONGODB_URI names it. */
public final class Stores implements AutoCloseable {

    private final MongoServer standIn = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    public final MongoDatabase views;
    public final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    public final Log log = new Log(engine);

    public Stores() {
        client = MongoClients.create(ViewStore.settings(new ConnectionString(address(standIn))));
        views = client.getDatabase("lookback-test-" + UUID.randomUUID());
    }

    /** The address of a real MongoDB where one is given, otherwise of this stand-in; without a database. */
    public static String address(MongoServer standIn) {
        var given = System.getenv("LOOKBACK_MONGODB_URI");
        return given == null
                ? "mongodb:/" + standIn.bind()
                : given.replaceFirst("(?<=[^/]/)[^/]*$", "").replaceFirst("/$", "");
    }

    public void append(List<DomainEventMessage<?>> events) {
        engine.appendEvents(events);
    }

    /** Hands these events to a view as a processor does: those that it handles, as one batch. */
    public static void project(List<DomainEventMessage<?>> events, Object view) {
        var handler = new AnnotationEventHandlerAdapter(view);
        List<DomainEventMessage<?>> handled = events.stream()
                .filter(event -> handler.canHandleType(event.getPayloadType()))
                .toList();
        if (!handled.isEmpty()) {
            var writing = new Batch.Writing();
            var work = new BatchingUnitOfWork<DomainEventMessage<?>>(handled);
            var result = work.executeWithResult(
                    () -> writing.handle(work, () -> handler.handle(work.getMessage())),
                    RollbackConfigurationType.ANY_THROWABLE);
            if (result.isExceptional()) {
                throw new AssertionError("The view refused an event", result.exceptionResult());
            }
        }
    }

    /** As {@link #project(List, Object)}, in batches of this size. */
    public static void project(List<DomainEventMessage<?>> events, Object view, int batch) {
        for (int i = 0; i < events.size(); i += batch) {
            project(events.subList(i, Math.min(events.size(), i + batch)), view);
        }
    }

    public static void reset(Object view) {
        new AnnotationEventHandlerAdapter(view).prepareReset();
    }

    @Override
    public void close() {
        views.drop();
        client.close();
        standIn.shutdownNow();
    }
}
