package app.lookback.contract.log;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * An edit as it stands in the log: a CBOR array, for there are far more edits than anything else, and their size is
 * what the log's size is. Field by field what {@link SourceEdited} is; {@code at} in milliseconds of the epoch.
 */
@JsonFormat(shape = Shape.ARRAY)
@JsonPropertyOrder({"post", "revision", "author", "client", "sequence", "changes", "at"})
record StoredEdit(String post, long revision, UUID author, UUID client, long sequence, String changes, long at) {

    private static final CBORMapper CBOR = new CBORMapper();

    static byte[] write(SourceEdited edit) {
        return CBOR.writeValueAsBytes(new StoredEdit(
                edit.post().value(),
                edit.revision(),
                UUID.fromString(edit.author().value()),
                UUID.fromString(edit.client()),
                edit.sequence(),
                edit.changes().toJson(),
                edit.at().toEpochMilli()));
    }

    static SourceEdited read(byte[] stored) {
        var edit = CBOR.readValue(stored, StoredEdit.class);
        return new SourceEdited(
                new PostId(edit.post),
                edit.revision,
                new PersonId(edit.author.toString()),
                edit.client.toString(),
                edit.sequence,
                ChangeSet.parse(edit.changes),
                Instant.ofEpochMilli(edit.at));
    }
}
