package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG with the chunks that draw it, and no text, no time and no Exif but its orientation (PNG, third edition). */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final Set<String> DRAWING = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT",
            "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private PngChunks() {}

    static byte[] clean(byte[] sent) {
        var png = ByteBuffer.wrap(sent);
        var kept = new ByteArrayOutputStream(sent.length);
        kept.write(sent, 0, SIGNATURE);
        var type = "";
        for (int at = SIGNATURE; !type.equals("IEND"); ) {
            int length = png.getInt(at);
            type = new String(sent, at + 4, 4, StandardCharsets.ISO_8859_1);
            keep(type, png.slice(at, Math.addExact(length, FRAME)), kept);
            at += length + FRAME;
        }
        return kept.toByteArray();
    }

    private static void keep(String type, ByteBuffer chunk, ByteArrayOutputStream kept) {
        if (chunk.limit() < FRAME) {
            throw new UnknownImage();
        }
        if (DRAWING.contains(type)) {
            kept.write(chunk.array(), chunk.arrayOffset(), chunk.limit());
        } else if (type.equals("eXIf")) {
            var orientation = Orientation.alone(chunk.slice(8, chunk.limit() - FRAME));
            kept.writeBytes(orientation.length == 0 ? orientation : chunk(orientation));
        }
    }

    private static byte[] chunk(byte[] exif) {
        var chunk = ByteBuffer.allocate(exif.length + FRAME)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, exif.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
