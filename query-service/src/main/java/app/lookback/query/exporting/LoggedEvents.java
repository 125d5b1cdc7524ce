package app.lookback.query.exporting;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostId;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import app.lookback.contract.log.EventName;
import app.lookback.contract.log.LogSerializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;

/** The log as an export reads it, with nothing but its database: in order, and a part in memory at a time. */
final class LoggedEvents {

    private static final int READ_AT_ONCE = 500;

    private final DataSource database;
    private final LogSerializer serializer = new LogSerializer();

    LoggedEvents(DataSource database) {
        this.database = database;
    }

    /** Tells {@code unreadable} the posts of which an event cannot be read, and goes on. */
    void ofPosts(Consumer<PostEvent> reader, Consumer<PostId> unreadable) {
        each(
                "SELECT payload_type, payload_revision, payload, aggregate_identifier FROM event_log"
                        + " WHERE payload_type LIKE 'post.%' ORDER BY global_index",
                row -> {
                    try {
                        reader.accept((PostEvent) event(row));
                    } catch (SerializationException | ClassCastException broken) {
                        unreadable.accept(new PostId(row.getString(4)));
                    }
                    return true;
                });
    }

    /** The site's files as they stand: the SHA-256 of their bytes by their paths, in order. */
    SortedMap<String, String> siteFiles() {
        var files = new TreeMap<String, String>();
        each(
                "SELECT payload_type, payload_revision, payload FROM event_log"
                        + " WHERE payload_type LIKE 'site.%' ORDER BY global_index",
                row -> {
                    if (event(row) instanceof FileKept kept) {
                        files.put(kept.path(), kept.sha256());
                    } else if (event(row) instanceof FileRemoved removed) {
                        files.remove(removed.path());
                    }
                    return true;
                });
        return files;
    }

    /** An event with its place in the log, and when it was put there. */
    record Logged(long position, Instant recorded, Object event) {}

    /** All events of posts, their sources and the site's files up to this position, in order. */
    void all(long last, Consumer<Logged> reader, Consumer<PostId> unreadable) {
        each(
                "SELECT payload_type, payload_revision, payload, global_index, time_stamp, aggregate_identifier FROM event_log"
                        + " WHERE global_index <= ? AND (payload_type LIKE 'post.%' OR payload_type LIKE 'manuscript.%' OR payload_type LIKE 'site.%')"
                        + " ORDER BY global_index",
                row -> {
                    try {
                        reader.accept(new Logged(row.getLong(4), Instant.ofEpochMilli(row.getLong(5)), event(row)));
                    } catch (SerializationException broken) {
                        if (!row.getString(1).startsWith("site.")) {
                            unreadable.accept(postOf(row.getString(6)));
                        }
                    }
                    return true;
                },
                last);
    }

    /**
     * The last position such that no event up to it is still to come: an event gets its place before it is committed, so
     * this waits for those that are under way, and keeps others back for that moment.
     */
    long last() {
        try (var connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = '10s'");
                statement.execute("LOCK TABLE event_log IN SHARE MODE");
                try (var row = statement.executeQuery("SELECT coalesce(max(global_index), 0) FROM event_log")) {
                    return row.next() ? row.getLong(1) : 0;
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        } catch (SQLException unreachable) {
            throw new NotExported("The event log cannot be read: " + unreachable.getMessage(), unreachable);
        }
    }

    /**
     * The edits that make revision {@code to} of revision {@code from}; each edit is an event, so edit n is never before
     * event n. In pages, so that a short range costs little at any length of history.
     */
    void edits(PostId post, long from, long to, Consumer<SourceEdited> reader) {
        var place = new long[] {from};
        var reached = new boolean[] {from >= to};
        while (!reached[0]) {
            long before = place[0];
            each(
                    "SELECT payload_type, payload_revision, payload, sequence_number FROM event_log"
                            + " WHERE aggregate_identifier = ? AND sequence_number > ? ORDER BY sequence_number LIMIT ?",
                    row -> {
                        place[0] = row.getLong(4);
                        if (event(row) instanceof SourceEdited edit && edit.revision() > from) {
                            reader.accept(edit);
                            reached[0] = edit.revision() >= to;
                        }
                        return !reached[0];
                    },
                    post.manuscript(),
                    before,
                    Math.min(READ_AT_ONCE, to - from));
            reached[0] |= place[0] == before;
        }
    }

    /** 0 where nothing was written yet. */
    long newestRevision(PostId post) {
        var newest = new long[1];
        each(
                "SELECT payload_type, payload_revision, payload FROM event_log WHERE aggregate_identifier = ?"
                        + " AND payload_type = ? ORDER BY sequence_number DESC LIMIT 1",
                row -> {
                    newest[0] = ((SourceEdited) event(row)).revision();
                    return true;
                },
                post.manuscript(),
                EventName.SOURCE_EDITED.text());
        return newest[0];
    }

    Optional<byte[]> media(String sha256) {
        return ask("SELECT bytes FROM media WHERE sha256 = ?", row -> row.getBytes(1), sha256);
    }

    Optional<String> nameOf(PersonId person) {
        return ask("SELECT name FROM account WHERE id = ?::uuid", row -> row.getString(1), person.value());
    }

    private interface Reading {
        boolean test(ResultSet row) throws SQLException;
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> ask(String query, Column<T> column, Object... values) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, query, values);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(column.of(rows)) : Optional.empty();
        } catch (SQLException unreachable) {
            throw new NotExported("The event log cannot be read: " + unreachable.getMessage(), unreachable);
        }
    }

    /** Until there is no more, or {@code goesOn} says that it has enough. A transaction is what lets rows come in parts. */
    private void each(String query, Reading goesOn, Object... values) {
        try (var connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try (var statement = prepared(connection, query, values);
                    var rows = statement.executeQuery()) {
                boolean more = rows.next();
                while (more) {
                    more = goesOn.test(rows) && rows.next();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        } catch (SQLException unreachable) {
            throw new NotExported("The event log cannot be read: " + unreachable.getMessage(), unreachable);
        }
    }

    private static PostId postOf(String aggregate) {
        return aggregate.startsWith("m:") ? PostId.ofManuscript(aggregate) : new PostId(aggregate);
    }

    private static PreparedStatement prepared(Connection connection, String query, Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(query);
        statement.setFetchSize(READ_AT_ONCE);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private Object event(ResultSet row) throws SQLException {
        return serializer.deserialize(
                new SimpleSerializedObject<>(row.getBytes(3), byte[].class, row.getString(1), row.getString(2)));
    }
}
