package app.lookback.query.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers and texts one after the other, written or read: seven bits of a number to a byte, the lowest first, and as with
 * Protocol Buffers' sint64 small negative numbers are short too.
 */
final class Column {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final byte[] bytes;
    private int at;

    Column() {
        this(new byte[0]);
    }

    Column(byte[] bytes) {
        this.bytes = bytes;
    }

    Column add(long number) {
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7FL) != 0) {
            written.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        written.write((int) rest);
        return this;
    }

    Column add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Column add(byte[] piece) {
        add(piece.length);
        written.writeBytes(piece);
        return this;
    }

    byte[] written() {
        return written.toByteArray();
    }

    long next() {
        long rest = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes[at++];
            rest |= (part & 0x7FL) << shift;
            shift += 7;
        } while (part < 0);
        return rest >>> 1 ^ -(rest & 1);
    }

    int nextInt() {
        return Math.toIntExact(next());
    }

    String nextText() {
        int length = nextInt();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    byte[] nextBytes() {
        int length = nextInt();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
