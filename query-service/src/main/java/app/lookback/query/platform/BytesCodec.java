package app.lookback.query.platform;

import java.util.function.Function;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Keeps a value as bytes. */
public record BytesCodec<T>(Class<T> type, Function<T, byte[]> bytes, Function<byte[], T> value) implements Codec<T> {

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return value.apply(reader.readBinaryData().getData());
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        writer.writeBinaryData(new BsonBinary(bytes.apply(value)));
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
