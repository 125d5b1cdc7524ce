package app.lookback.query.live;

import app.lookback.query.live.Message.Here;
import app.lookback.query.live.Message.Ping;
import app.lookback.query.live.Message.Refused;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a browser says, strictly: a message has exactly its fields, within their bounds, or is refused. */
final class MessageReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern CLIENT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int LONGEST_SOURCE = 2_000_000;

    /** The largest number that JavaScript counts exactly. */
    private static final long LARGEST_REVISION = (1L << 53) - 1;

    private MessageReader() {}

    static Message read(String text) {
        var json = parse(text);
        var type = json.path("type");
        if (type.isString() && type.stringValue().equals("here")) {
            return here(json);
        }
        if (type.isString() && type.stringValue().equals("ping")) {
            fields(json, Set.of("type"));
            return new Ping();
        }
        throw new Refused("A message is a JSON object whose \"type\" is \"here\" or \"ping\".");
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw new Refused("A message is one JSON object.");
        }
    }

    private static Here here(JsonNode json) {
        fields(json, Set.of("type", "client", "revision", "anchor", "head"));
        var anchor = place(json.get("anchor"));
        var head = place(json.get("head"));
        if ((anchor == null) != (head == null)) {
            throw new Refused("\"anchor\" and \"head\" are both places, or both null.");
        }
        return new Here(client(json.get("client")), revision(json.get("revision")), anchor, head);
    }

    private static void fields(JsonNode json, Set<String> names) {
        if (!Set.copyOf(json.propertyNames()).equals(names)) {
            throw new Refused("This message has the fields "
                    + String.join(", ", names.stream().sorted().toList()) + " and no others.");
        }
    }

    private static String client(JsonNode value) {
        if (!value.isString() || !CLIENT.matcher(value.stringValue()).matches()) {
            throw new Refused("\"client\" is a UUID in lower case.");
        }
        return value.stringValue();
    }

    private static long revision(JsonNode value) {
        if (!within(value, LARGEST_REVISION)) {
            throw new Refused("\"revision\" is a whole number from 0 on.");
        }
        return value.longValue();
    }

    private static @Nullable Integer place(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!within(value, LONGEST_SOURCE)) {
            throw new Refused("A place is a whole number from 0 to " + LONGEST_SOURCE + ", or null.");
        }
        return value.intValue();
    }

    private static boolean within(JsonNode value, long largest) {
        return value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= largest;
    }
}
