package app.lookback.contract.log;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Opens the event log in PostgreSQL, the same way for every service.
 *
 * <p>The order is given by name because Axon's own JDBC configuration does not wait for the data source.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration"
        })
public class EventLogAutoConfiguration {

    private static final int EVENTS_READ_AT_ONCE = 500;
    private static final String UNIQUE_VIOLATION = "23505";

    @Bean
    @Primary
    Serializer serializer() {
        return new LogSerializer();
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return EventLogAutoConfiguration::isUniqueViolation;
    }

    private static boolean isUniqueViolation(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Events carry what their record says and nothing else. */
    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return message -> Map.of();
    }

    @Bean
    EventSchema eventSchema() {
        return EventSchema.builder()
                .eventTable("domain_event_entry")
                .snapshotTable("snapshot_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .metaDataColumn("meta_data")
                .build();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Serializer serializer,
            PersistenceExceptionResolver conflicts,
            Configuration axon,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSchema schema) {
        return new EventStorage(JdbcEventStorageEngine.builder()
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .persistenceExceptionResolver(conflicts)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(schema)
                .batchSize(EVENTS_READ_AT_ONCE));
    }

    /** {@code lookback.log.shared=false} says that no other process uses this log, so that none needs to be told. */
    @Bean
    LogSignal logSignal(
            DataSource dataSource, EventBus eventBus, @Value("${lookback.log.shared:true}") boolean shared) {
        var signal = new LogSignal(dataSource, shared);
        eventBus.subscribe(events -> CurrentUnitOfWork.get().root().afterCommit(committed -> signal.appended(events)));
        return signal;
    }
}
