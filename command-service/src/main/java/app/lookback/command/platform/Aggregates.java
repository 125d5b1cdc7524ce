package app.lookback.command.platform;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** How aggregates are kept: which are hot, and when a snapshot is taken. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class Aggregates {

    public static final String HOT = "commandHotAggregates";
    public static final String SNAPSHOTS = "commandSnapshots";

    private static final int HOT_BYTES = 64_000_000;
    private static final int EVENTS_TO_A_SNAPSHOT = 500;

    @Bean(HOT)
    Cache commandHotAggregates() {
        return new AggregateCache(HOT_BYTES);
    }

    /** Beside the commands: none of them waits for a snapshot. */
    @Bean
    static SpringAggregateSnapshotter commandSnapshotter(
            Configuration axon, HandlerDefinition handlers, ParameterResolverFactory parameters) {
        return SpringAggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .transactionManager(axon.getComponent(TransactionManager.class))
                .repositoryProvider(axon::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .executor(new ThreadPoolExecutor(
                        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), snapshotThreads()))
                .build();
    }

    private static ThreadFactory snapshotThreads() {
        var threads = new CustomizableThreadFactory("snapshot-");
        threads.setDaemon(true);
        return threads;
    }

    @Bean(SNAPSHOTS)
    SnapshotTriggerDefinition commandSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_TO_A_SNAPSHOT);
    }
}
