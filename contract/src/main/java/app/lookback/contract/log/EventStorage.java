package app.lookback.contract.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/** Axon's engine on a narrower table: it writes the table, and reads it through a view that adds what follows. */
final class EventStorage extends JdbcEventStorageEngine {

    private static final String APPEND = """
            INSERT INTO event_log (sequence_number, time_stamp, aggregate_identifier, payload_type, payload_revision,
                payload)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    /** Looks back over so many events, for there is no index by time: who asks wants a moment ago. */
    private static final String RECENT = """
            SELECT min(global_index) - 1
            FROM (SELECT global_index, time_stamp FROM event_log ORDER BY global_index DESC LIMIT 100000) AS recent
            WHERE time_stamp >= ?
            """;

    EventStorage(Builder builder) {
        super(builder);
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        var append = connection.prepareStatement(APPEND);
        for (var event : events) {
            var ofAggregate = (DomainEventMessage<?>) event;
            var payload = event.serializePayload(serializer, byte[].class);
            append.setLong(1, ofAggregate.getSequenceNumber());
            writeTimestamp(append, 2, event.getTimestamp());
            append.setString(3, ofAggregate.getAggregateIdentifier());
            append.setString(4, payload.getType().getName());
            append.setString(5, payload.getType().getRevision());
            append.setBytes(6, payload.getData());
            append.addBatch();
        }
        return append;
    }

    @Override
    protected PreparedStatement createTokenAt(Connection connection, Instant time) throws SQLException {
        var recent = connection.prepareStatement(RECENT);
        writeTimestamp(recent, 1, time);
        return recent;
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant time) throws SQLException {
        statement.setLong(position, time.toEpochMilli());
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
