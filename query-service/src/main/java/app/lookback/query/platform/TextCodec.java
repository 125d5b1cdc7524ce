package app.lookback.query.platform;

import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Keeps a value as the text that names it. */
public record TextCodec<T>(Class<T> type, Function<T, String> text, Function<String, T> value) implements Codec<T> {

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return value.apply(reader.readString());
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        writer.writeString(text.apply(value));
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
