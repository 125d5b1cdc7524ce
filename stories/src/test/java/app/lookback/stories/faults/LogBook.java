package app.lookback.stories.faults;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.contract.log.LogSerializer;
import app.lookback.stories.faults.Evidence.Logged;
import app.lookback.stories.faults.Happening.EditId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.SimpleSerializedObject;

/** The log as it stands in PostgreSQL, read without the services. */
final class LogBook {

    private static final String EDITS = """
            SELECT payload_type, payload_revision, payload FROM event_log
            WHERE aggregate_identifier = ? AND payload_type = 'manuscript.source-edited' ORDER BY sequence_number
            """;

    private final DataSource database;
    private final LogSerializer serializer = new LogSerializer();

    LogBook(DataSource database) {
        this.database = database;
    }

    List<Logged> of(String post) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(EDITS)) {
            query.setString(1, new PostId(post).manuscript());
            var edits = new ArrayList<Logged>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var edit = edit(rows);
                    var id = new EditId(edit.post().value(), edit.client(), edit.sequence());
                    edits.add(new Logged(edit.revision(), id, edit.changes()));
                }
            }
            return edits;
        }
    }

    private SourceEdited edit(ResultSet row) throws SQLException {
        return serializer.<byte[], SourceEdited>deserialize(
                new SimpleSerializedObject<>(row.getBytes(3), byte[].class, row.getString(1), row.getString(2)));
    }
}
