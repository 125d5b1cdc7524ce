package app.lookback.command.platform;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How aggregates are kept: which are hot, and when a snapshot is taken. */
@Configuration(proxyBeanMethods = false)
public class Aggregates {

    public static final String HOT = "commandHotAggregates";
    public static final String SNAPSHOTS = "commandSnapshots";

    private static final int HOT_AGGREGATES = 200;
    private static final int EVENTS_TO_A_SNAPSHOT = 250;

    @Bean(HOT)
    Cache commandHotAggregates() {
        return new AggregateCache(HOT_AGGREGATES);
    }

    @Bean(SNAPSHOTS)
    SnapshotTriggerDefinition commandSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_TO_A_SNAPSHOT);
    }
}
