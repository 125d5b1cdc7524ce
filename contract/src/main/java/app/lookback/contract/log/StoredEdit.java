package app.lookback.contract.log;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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

    /** Token by token: when views are built again, nothing is done as often as this. */
    static SourceEdited read(byte[] stored) {
        try (var cbor = CBOR.createParser(stored)) {
            require(cbor.nextToken() == JsonToken.START_ARRAY);
            var edit = new SourceEdited(
                    new PostId(text(cbor)),
                    number(cbor),
                    new PersonId(uuid(cbor)),
                    uuid(cbor),
                    number(cbor),
                    ChangeSet.parse(text(cbor)),
                    Instant.ofEpochMilli(number(cbor)));
            require(cbor.nextToken() == JsonToken.END_ARRAY);
            return edit;
        }
    }

    private static String text(JsonParser cbor) {
        require(cbor.nextToken() == JsonToken.VALUE_STRING);
        return cbor.getString();
    }

    private static long number(JsonParser cbor) {
        require(cbor.nextToken() == JsonToken.VALUE_NUMBER_INT);
        return cbor.getLongValue();
    }

    private static String uuid(JsonParser cbor) {
        require(cbor.nextToken() == JsonToken.VALUE_EMBEDDED_OBJECT);
        var bytes = cbor.getBinaryValue();
        require(bytes.length == 16);
        var halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong()).toString();
    }

    private static void require(boolean asWritten) {
        if (!asWritten) {
            throw new IllegalArgumentException("This is no edit.");
        }
    }
}
