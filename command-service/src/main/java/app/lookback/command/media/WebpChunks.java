package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A WebP with the chunks that draw it, and no XMP and no Exif but its orientation (RFC 9649, 2.7). */
final class WebpChunks {

    private static final int HEADER = 12;
    private static final int FLAGS = HEADER + 8;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final Set<String> DRAWING = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private final ByteBuffer sent;
    private final ByteArrayOutputStream kept;
    private byte[] exif = {};

    private WebpChunks(byte[] sent) {
        this.sent = ByteBuffer.wrap(sent).order(ByteOrder.LITTLE_ENDIAN);
        this.kept = new ByteArrayOutputStream(sent.length);
        kept.write(sent, 0, HEADER);
    }

    static byte[] clean(byte[] sent) {
        return new WebpChunks(sent).clean();
    }

    private byte[] clean() {
        int end = Math.min(sent.limit(), Math.addExact(sent.getInt(4), 8));
        for (int at = HEADER; at + 8 <= end; ) {
            int length = sent.getInt(at + 4);
            if (length < 0) {
                throw new UnknownImage();
            }
            take(at, length, Math.min(end - at, Math.addExact(length, 8 + length % 2)));
            at = Math.addExact(at, Math.addExact(length, 8 + length % 2));
        }
        return withItsHeader();
    }

    private void take(int at, int length, int whole) {
        var type = new String(sent.array(), at, 4, StandardCharsets.ISO_8859_1);
        if (DRAWING.contains(type)) {
            sent.slice(at + 8, length); // refused where it is cut off
            kept.write(sent.array(), at, whole);
        } else if (type.equals("EXIF")) {
            exif = Orientation.alone(withoutPrefix(sent.slice(at + 8, length)));
        }
    }

    /** Some programs write the prefix that Exif has in a JPEG. */
    private static ByteBuffer withoutPrefix(ByteBuffer exif) {
        return exif.limit() > 6 && exif.get(0) == 'E' ? exif.slice(6, exif.limit() - 6) : exif;
    }

    private byte[] withItsHeader() {
        boolean extended = new String(kept.toByteArray(), HEADER, 4, StandardCharsets.ISO_8859_1).equals("VP8X");
        if (extended && exif.length > 0) {
            kept.writeBytes("EXIF".getBytes(StandardCharsets.ISO_8859_1));
            kept.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(exif.length)
                    .array());
            kept.writeBytes(exif);
        }
        var webp = ByteBuffer.wrap(kept.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        webp.putInt(4, webp.limit() - 8);
        if (extended) {
            int flags = webp.get(FLAGS) & ~(HAS_EXIF | HAS_XMP);
            webp.put(FLAGS, (byte) (exif.length > 0 ? flags | HAS_EXIF : flags));
        }
        return webp.array();
    }
}
