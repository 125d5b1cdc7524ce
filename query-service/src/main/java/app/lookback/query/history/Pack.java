package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.text.ChangeSet;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The revisions of one bucket, in order. They are kept as one text, because nobody looks for anything within a bucket
 * and a hundred documents in a document are slow to write; what is as in the revision before is left out.
 */
public record Pack(List<Kept> kept) {

    static final Pack EMPTY = new Pack(List.of());

    private static final JsonFactory JSON = new JsonFactory();

    Pack and(Kept one) {
        var longer = new ArrayList<Kept>(kept.size() + 1);
        longer.addAll(kept);
        longer.add(one);
        return new Pack(longer);
    }

    String text() {
        var text = new StringWriter(64 * kept.size());
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            Kept before = null;
            for (var one : kept) {
                write(one, before, json);
                before = one;
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    private static void write(Kept one, @Nullable Kept before, JsonGenerator json) {
        json.writeNumber(one.revision());
        json.writeNumber(one.sequence());
        json.writeNumber(one.at().toEpochMilli());
        json.writeString(before != null && before.client().equals(one.client()) ? "" : one.client());
        json.writeString(
                before != null && before.author().equals(one.author())
                        ? ""
                        : one.author().value());
        var changes = one.changes();
        json.writeString(changes == null ? "" : changes.toJson());
    }

    static Pack parse(String text) {
        var kept = new ArrayList<Kept>();
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            Kept before = null;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                before = read(before, json);
                kept.add(before);
            }
        }
        return new Pack(kept);
    }

    private static Kept read(@Nullable Kept before, JsonParser json) {
        long revision = json.getLongValue();
        long sequence = json.nextLongValue(0);
        var at = Instant.ofEpochMilli(json.nextLongValue(0));
        var client = json.nextStringValue();
        var author = json.nextStringValue();
        var changes = json.nextStringValue();
        return new Kept(
                revision,
                before != null && client.isEmpty() ? before.client() : client,
                sequence,
                before != null && author.isEmpty() ? before.author() : new PersonId(author),
                at,
                changes.isEmpty() ? null : ChangeSet.parse(changes));
    }
}
