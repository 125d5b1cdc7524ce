package app.lookback.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private final Stores stores = new Stores();
    private final Projection view = new Projection();
    private final Batch.Writing writing = new Batch.Writing();
    private DeadLetters letters = letters();
    private DeadLetteringEventHandlerInvoker handlers = handlers();

    /** A view that writes its events in batches and refuses some of them. */
    static final class Projection {
        final Set<String> refused = new HashSet<>();
        final List<String> written = new ArrayList<>();
        boolean isUnreachable;

        @EventHandler
        void on(String event) {
            Batch.gather(event, this, this::write);
        }

        private void write(List<String> events) {
            if (isUnreachable) {
                throw new MongoSocketException("away, as the test wants it", new ServerAddress());
            }
            if (events.stream().anyMatch(refused::contains)) {
                throw new IllegalStateException("refused, as the test wants it");
            }
            written.addAll(events);
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void an_event_that_cannot_be_written_stops_its_own_post_and_no_other() {
        view.refused.add("a1");
        happens("a0", "b0", "a1", "b1", "a2", "b2");

        assertThat(view.written).containsExactly("a0", "b0", "b1", "b2");
        assertThat(letters.all()).singleElement().satisfies(stop -> {
            assertThat(stop.aggregate()).isEqualTo("a");
            assertThat(stop.number()).isEqualTo(1);
            assertThat(stop.cause()).contains("refused, as the test wants it");
        });
        assertThat(letters.size()).isEqualTo(2);
    }

    @Test
    void what_comes_later_waits_also_after_a_restart() {
        view.refused.add("a0");
        happens("a0");
        letters = letters();
        handlers = handlers();
        happens("a1", "b0");

        assertThat(view.written).containsExactly("b0");
        assertThat(letters.sequenceSize("a")).isEqualTo(2);
    }

    @Test
    void after_a_mend_all_that_waited_is_handled_in_order() {
        view.refused.add("a0");
        happens("a0", "a1", "a2");
        view.refused.clear();

        assertThat(handlers.process(letter -> true)).isTrue();
        assertThat(view.written).containsExactly("a0", "a1", "a2");
        assertThat(letters.amountOfSequences()).isZero();
        happens("a3");
        assertThat(view.written).endsWith("a3");
    }

    @Test
    void what_stops_at_a_later_event_waits_from_there() {
        view.refused.addAll(Set.of("a0", "a2"));
        happens("a0", "a1", "a2", "a3");
        view.refused.remove("a0");

        assertThat(handlers.process(letter -> true)).isFalse();
        assertThat(view.written).containsExactly("a0", "a1");
        assertThat(letters.all())
                .singleElement()
                .satisfies(stop -> assertThat(stop.number()).isEqualTo(2));
    }

    @Test
    void a_store_that_is_away_is_nobodys_fault() {
        view.isUnreachable = true;
        assertThatThrownBy(() -> happens("a0", "b0")).isInstanceOf(MongoSocketException.class);
        assertThat(letters.amountOfSequences()).isZero();
        view.isUnreachable = false;
        process(events("a0", "b0"));

        assertThat(view.written).containsExactly("a0", "b0");
    }

    @Test
    void a_reset_forgets_who_was_stopped() {
        view.refused.add("a0");
        happens("a0");
        letters.clear();

        assertThat(letters.amountOfSequences()).isZero();
    }

    private DeadLetters letters() {
        return new DeadLetters("view", stores.views.getCollection("stopped", Stopped.class), stores.engine);
    }

    private DeadLetteringEventHandlerInvoker handlers() {
        return DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(view)
                .queue(letters)
                .enqueuePolicy(DeadLetterOffice::decide)
                .transactionManager(NoTransactionManager.INSTANCE)
                .allowReset(true)
                .enableSequenceIdentifierCache()
                .build();
    }

    /** As a processor does: a batch that failed comes again. */
    private void happens(String... named) {
        var events = events(named);
        stores.append(events);
        try {
            process(events);
        } catch (IllegalStateException again) {
            process(events);
        }
    }

    private void process(List<DomainEventMessage<?>> events) {
        var work = new BatchingUnitOfWork<DomainEventMessage<?>>(events);
        var result = work.executeWithResult(
                () -> writing.handle(work, () -> {
                    handlers.handle(work.getMessage(), Segment.ROOT_SEGMENT);
                    return null;
                }),
                RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    /** Events of the post and with the number that their names have. */
    private static List<DomainEventMessage<?>> events(String... named) {
        var events = new ArrayList<DomainEventMessage<?>>();
        for (var name : named) {
            events.add(new GenericDomainEventMessage<>(
                    "Post", name.substring(0, 1), Long.parseLong(name.substring(1)), name));
        }
        return events;
    }
}
