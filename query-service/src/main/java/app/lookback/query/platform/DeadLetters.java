package app.lookback.query.platform;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of one view. Nothing is copied: an event that cannot be handled, and all that happened to the same
 * post after it, stand in the log, in order; kept is only where each of them stopped. So a queue costs the same at any
 * length, and is lost with its view.
 */
final class DeadLetters implements SequencedDeadLetterQueue<EventMessage<?>> {

    private final String view;
    private final MongoCollection<Stopped> stopped;
    private final EventStorageEngine log;

    DeadLetters(String view, MongoCollection<Stopped> stopped, EventStorageEngine log) {
        this.view = view;
        this.stopped = stopped;
        this.log = log;
    }

    @Override
    public void enqueue(Object aggregate, DeadLetter<? extends EventMessage<?>> letter) {
        if (!contains(aggregate)) {
            stop(letter, letter.cause().map(DeadLetters::inWords).orElse(""));
        }
    }

    private void stop(DeadLetter<? extends EventMessage<?>> letter, String cause) {
        var event = event(letter);
        var stop = Stopped.at(
                view,
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getIdentifier(),
                cause,
                letter.enqueuedAt());
        stopped.replaceOne(eq("_id", stop.id()), stop, new ReplaceOptions().upsert(true));
    }

    private static String inWords(Cause cause) {
        return cause.type() + ": " + cause.message();
    }

    private static DomainEventMessage<?> event(DeadLetter<? extends EventMessage<?>> letter) {
        return (DomainEventMessage<?>) letter.message();
    }

    @Override
    public boolean enqueueIfPresent(Object aggregate, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        return contains(aggregate);
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        stopped.deleteOne(eq("_id", Stopped.id(view, event(letter).getAggregateIdentifier())));
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        stop(letter, update.apply(letter).cause().map(DeadLetters::inWords).orElse(""));
    }

    @Override
    public boolean contains(Object aggregate) {
        return find(aggregate).isPresent();
    }

    private Optional<Stopped> find(Object aggregate) {
        return Optional.ofNullable(
                stopped.find(eq("_id", Stopped.id(view, aggregate.toString()))).first());
    }

    List<Stopped> all() {
        return stopped.find(eq("view", view)).sort(Sorts.ascending("since")).into(new ArrayList<>());
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object aggregate) {
        return () -> find(aggregate).stream()
                .flatMap(stop -> letters(stop.aggregate(), stop.number()))
                .iterator();
    }

    private Stream<DeadLetter<? extends EventMessage<?>>> letters(String aggregate, long first) {
        return log.readEvents(aggregate, first).asStream().map(event -> new GenericDeadLetter<>(aggregate, event));
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return () ->
                all().stream().map(stop -> deadLetterSequence(stop.aggregate())).iterator();
    }

    @Override
    public boolean isFull(Object aggregate) {
        return false;
    }

    @Override
    public long size() {
        return all().stream().mapToLong(this::waiting).sum();
    }

    @Override
    public long sequenceSize(Object aggregate) {
        return find(aggregate).map(this::waiting).orElse(0L);
    }

    /** How many events wait, the one that could not be handled among them. */
    long waiting(Stopped stop) {
        return log.lastSequenceNumberFor(stop.aggregate()).orElse(stop.number()) - stop.number() + 1;
    }

    @Override
    public long amountOfSequences() {
        return stopped.countDocuments(eq("view", view));
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> wanted,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        return all().stream()
                .filter(stop ->
                        letters(stop.aggregate(), stop.number()).limit(1).anyMatch(wanted))
                .findFirst()
                .map(stop -> process(stop, task))
                .orElse(false);
    }

    /** Goes over the log's end twice: what the processor left to the queue meanwhile is there the second time. */
    private boolean process(
            Stopped stop, Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        long next = handle(stop.aggregate(), stop.number(), task);
        if (next >= 0) {
            stopped.deleteOne(eq("_id", stop.id()));
            next = handle(stop.aggregate(), next, task);
        }
        return next >= 0;
    }

    /** The number of the event after the last; -1 where one could not be handled, at which all of them stop. */
    private long handle(
            String aggregate,
            long first,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        long next = first;
        for (var letter : (Iterable<DeadLetter<? extends EventMessage<?>>>) letters(aggregate, first)::iterator) {
            var decision = task.apply(letter);
            if (decision.shouldEnqueue()) {
                stop(letter, cause(decision));
                return -1;
            }
            next = event(letter).getSequenceNumber() + 1;
        }
        return next;
    }

    private static String cause(EnqueueDecision<EventMessage<?>> decision) {
        @Nullable Throwable cause = decision.enqueueCause().orElse(null);
        return cause == null ? "" : cause.toString();
    }

    @Override
    public void clear() {
        stopped.deleteMany(eq("view", view));
    }
}
