package app.lookback.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    private static final AggregateModel<Whale> MODEL = AnnotatedAggregateMetaModelFactory.inspectAggregate(Whale.class);

    private final AggregateCache cache = new AggregateCache(1_000_000);

    static final class Whale implements Heavy {

        private int bytes;

        @Override
        public int bytes() {
            return bytes;
        }
    }

    @Test
    void light_aggregates_stay() {
        for (int n = 0; n < 100; n++) {
            cache.put(n, of(1_000));
        }

        assertThat(cache.<Integer, Object>get(0)).isNotNull();
        assertThat(cache.<Integer, Object>get(99)).isNotNull();
    }

    @Test
    void heavy_aggregates_push_each_other_out() {
        for (int n = 0; n < 100; n++) {
            cache.put(n, of(100_000));
        }

        await().until(() -> held() < 10);
    }

    @Test
    void an_aggregate_weighs_what_it_weighed_when_it_was_put_last() {
        for (int n = 0; n < 100; n++) {
            cache.put(n, of(1_000));
        }
        for (int n = 0; n < 100; n++) {
            cache.put(n, of(100_000));
        }

        await().until(() -> held() < 10);
    }

    private long held() {
        long held = 0;
        for (int n = 0; n < 100; n++) {
            held += cache.containsKey(n) ? 1 : 0;
        }
        return held;
    }

    private static AggregateCacheEntry<Whale> of(int bytes) {
        var whale = new Whale();
        whale.bytes = bytes;
        return new AggregateCacheEntry<>(EventSourcedAggregate.initialize(
                whale, MODEL, SimpleEventBus.builder().build(), NoSnapshotTriggerDefinition.TRIGGER));
    }
}
