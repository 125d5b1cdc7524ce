package app.lookback.query.platform;

import com.mongodb.client.MongoDatabase;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * How the views follow the log: a processor for each, which starts at the log's beginning where no position is stored
 * or its position was dropped while it ran, and stops and tries again rather than leave an event out.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class Views {

    private static final int EVENTS_AT_ONCE = 4000;
    private static final Duration CLAIM = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(1);

    /** The names of the views, found without building them. */
    record Names(List<String> all) {}

    @Bean
    static Names queryViewNames(ListableBeanFactory beans) {
        return new Names(Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(bean -> beans.findAnnotationOnBean(bean, ProcessingGroup.class))
                .map(ProcessingGroup::value)
                .distinct()
                .sorted()
                .toList());
    }

    @Bean
    static TokenStore queryPositions(
            MongoDatabase views,
            Serializer serializer,
            Interruptions interruptions,
            @Value("${lookback.node:}") String node) {
        var store = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(views)
                        .trackingTokensCollectionName(Positions.COLLECTION)
                        .build())
                .serializer(serializer)
                .contentType(String.class)
                .claimTimeout(CLAIM)
                .nodeId(node.isEmpty() ? ManagementFactory.getRuntimeMXBean().getName() : node);
        return new ClaimedPositions(store, interruptions);
    }

    @Bean
    static ConfigurerModule queryProcessors(Names names) {
        return axon -> names.all().forEach(name -> register(name, axon.eventProcessing()));
    }

    private static void register(String name, EventProcessingConfigurer processing) {
        processing
                .registerEventProcessor(name, Views::processor)
                .registerTransactionManager(name, axon -> NoTransactionManager.instance())
                .registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance())
                .registerDeadLetterQueue(
                        name, axon -> axon.getComponent(DeadLetterOffice.class).of(name))
                .registerDeadLetterPolicy(name, axon -> DeadLetterOffice::decide)
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        name, (axon, letters) -> letters.allowReset(true).enableSequenceIdentifierCache());
    }

    private static EventProcessor processor(String name, Configuration axon, EventHandlerInvoker handlers) {
        var processor = TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(handlers)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(axon.getComponent(LogSource.class))
                .tokenStore(axon.getComponent(TokenStore.class))
                .transactionManager(NoTransactionManager.INSTANCE)
                .storingTokensAfterProcessing()
                .trackingEventProcessorConfiguration(following())
                .build();
        processor.registerHandlerInterceptor(new Batch.Writing());
        return processor;
    }

    private static TrackingEventProcessorConfiguration following() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(EVENTS_AT_ONCE)
                .andInitialTrackingToken(log -> log.createTailToken())
                .andTokenClaimInterval(BETWEEN_CLAIMS.toMillis(), TimeUnit.MILLISECONDS);
    }
}
