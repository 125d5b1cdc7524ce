package app.lookback.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads the body of a request within a bound, and as exactly the record that is expected, or refuses it. */
public final class Body {

    /** The bound of a body where the protocol names no other. */
    public static final int SMALL = 16 * 1024;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // For RawJson.
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private Body() {}

    /** The JSON body of at most {@code bound} bytes as a record of this type, with all its fields and no other. */
    public static <T> T json(HttpServletRequest request, Class<T> type, int bound) {
        var contentType = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!contentType.matches("application/json\\s*(;.*)?")) {
            throw new WrongType("Send the body as application/json.");
        }
        return json(text(bytes(request, bound)), type);
    }

    /** A JSON text as a record of this type, with all its fields and no other. */
    public static <T> T json(String text, Class<T> type) {
        try {
            if (text.stripLeading().startsWith("{")) {
                return STRICT.readValue(STRICT.createParser(text.toCharArray()), type);
            }
        } catch (JacksonException unreadable) {
            throw refusalIn(unreadable).orElseGet(() -> notOf(type));
        }
        throw notOf(type);
    }

    /** What the record itself said against its fields. */
    private static Optional<RuntimeException> refusalIn(JacksonException unreadable) {
        return unreadable.getCause() instanceof RuntimeException refusal && !(refusal instanceof JacksonException)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    private static Malformed notOf(Class<?> type) {
        var fields = Arrays.stream(type.getRecordComponents())
                .map(component -> '"' + component.getName() + '"')
                .collect(Collectors.joining(", "));
        return new Malformed(
                "The body is not the JSON object that belongs here, with " + fields + " and no other field.");
    }

    /** The body's bytes, refused when there are more than {@code bound}. */
    public static byte[] bytes(HttpServletRequest request, int bound) {
        if (request.getContentLengthLong() > bound) {
            throw new TooLarge(bound);
        }
        try {
            var bytes = request.getInputStream().readNBytes(bound + 1);
            if (bytes.length > bound) {
                throw new TooLarge(bound);
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new Malformed("The body broke off before its end; send it again.");
        }
    }

    /** The text of a body, refused where it is not UTF-8. */
    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed("The body is not UTF-8.");
        }
    }

    /** The body is not what belongs here. */
    public static final class Malformed extends Refusal {
        public Malformed(String sentence) {
            super(Kind.MALFORMED, "malformed", sentence);
        }
    }

    /** The body has another type than belongs here. */
    public static final class WrongType extends Refusal {
        public WrongType(String sentence) {
            super(Kind.UNSUPPORTED, "wrong-type", sentence);
        }
    }

    /** The body is larger than its bound. */
    public static final class TooLarge extends Refusal {
        TooLarge(int bound) {
            super(
                    Kind.TOO_LARGE,
                    "too-large",
                    "The body is larger than the %s allowed here.".formatted(inWords(bound)));
        }

        private static String inWords(int bound) {
            return bound >= 1_000_000 ? bound / 1_000_000 + " MB" : bound / 1024 + " kB";
        }
    }
}
