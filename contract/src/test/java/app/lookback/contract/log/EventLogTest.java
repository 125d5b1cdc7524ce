package app.lookback.contract.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.PostId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Two nodes on one PostgreSQL. */
class EventLogTest {

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext there;

    private static final AddressClaimed BEFORE = new AddressClaimed(
            "/posts/before/", new PostId("abcdefgh234567aa"), Instant.parse("2026-01-01T00:00:00.5Z"));

    @Configuration
    @EnableAutoConfiguration
    static class Node {}

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V1__event_log.sql"));
            writeAsBefore(connection);
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V4__compact_event_log.sql"));
        }
        here = node();
        there = node();
    }

    /** An event as it stood in the log before the table became narrow. */
    private static void writeAsBefore(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                    time_stamp, payload_type, payload_revision, payload, meta_data)
                VALUES (?, '/posts/before/', 0, 'Address', '2026-01-01T00:00:00.5Z', 'address.claimed', '1', ?, '{}')
                """)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setBytes(
                    2, new LogSerializer().serialize(BEFORE, byte[].class).getData());
            insert.execute();
        }
    }

    private static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "spring.main.banner-mode=off",
                        "spring.datasource.username=postgres")
                .run();
    }

    @AfterAll
    static void stop() throws IOException {
        here.close();
        there.close();
        postgres.close();
    }

    @Test
    void what_one_node_appends_wakes_and_reaches_the_other() throws InterruptedException {
        var woken = new CountDownLatch(1);
        there.getBean(LogSignal.class).onGrowth(() -> {
            if (read(there, "/posts/woken/") > 0) {
                woken.countDown();
            }
        });

        append(here, claimed("/posts/woken/", 0));

        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_a_node_appends_is_handed_over_there_once_it_is_durable() {
        var found = new ArrayList<Long>();
        here.getBean(LogSignal.class)
                .onAppended(events -> events.forEach(event -> {
                    if (((AddressClaimed) event.getPayload()).path().equals("/posts/handed/")) {
                        found.add(read(there, "/posts/handed/"));
                    }
                }));

        append(here, claimed("/posts/handed/", 0));

        assertThat(found).containsExactly(1L);
    }

    @Test
    void what_stood_in_the_log_before_it_was_made_narrow_is_read_as_it_was() {
        var before = here.getBean(EventStore.class).readEvents("/posts/before/").next();

        assertThat(before.getPayload()).isEqualTo(BEFORE);
        assertThat(before.getType()).isEqualTo("Address");
        assertThat(before.getTimestamp()).isEqualTo(BEFORE.at());
        assertThat(before.getMetaData()).isEmpty();
        assertThat(before.getIdentifier()).isEqualTo("/posts/before//0");
    }

    @Test
    void following_begins_where_asked() {
        append(here, claimed("/posts/begin/", 0));
        var engine = here.getBean(EventStorageEngine.class);

        assertThat(engine.readEvents(engine.createTokenAt(Instant.now().minusSeconds(60)), false))
                .extracting(event -> ((AddressClaimed) event.getPayload()).path())
                .contains("/posts/begin/")
                .doesNotContain("/posts/before/");
        assertThat(engine.readEvents(engine.createTokenAt(Instant.now().plusSeconds(60)), false))
                .isEmpty();
    }

    @Test
    void the_second_of_two_events_with_one_number_is_refused_as_a_conflict() {
        append(here, claimed("/posts/once/", 0));
        append(here, claimed("/posts/once/", 1));

        assertThatThrownBy(() -> append(there, claimed("/posts/once/", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> append(there, claimed("/posts/once/", 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(read(here, "/posts/once/")).isEqualTo(2);
    }

    @Test
    void a_replay_token_is_read_back() {
        TrackingToken head = GapAwareTrackingToken.newInstance(12, java.util.Set.of(9L));
        var token = ReplayToken.createReplayToken(head, GapAwareTrackingToken.newInstance(3, java.util.Set.of()));
        var serializer = new LogSerializer();

        Object read = serializer.deserialize(serializer.serialize(token, byte[].class));

        assertThat(read).isEqualTo(token);
    }

    private static DomainEventMessage<?> claimed(String path, long sequence) {
        return new GenericDomainEventMessage<>(
                "Address",
                path,
                sequence,
                new AddressClaimed(path, new PostId("abcdefgh234567aa"), Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static void append(ConfigurableApplicationContext node, DomainEventMessage<?> event) {
        var work = DefaultUnitOfWork.startAndGet(event);
        work.attachTransaction(node.getBean(TransactionManager.class));
        work.execute(() -> node.getBean(EventStore.class).publish(event));
    }

    private static long read(ConfigurableApplicationContext node, String aggregate) {
        return node.getBean(EventStore.class).readEvents(aggregate).asStream().count();
    }
}
