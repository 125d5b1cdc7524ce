package app.lookback.command.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images with places in them, made for tests. */
final class Pictures {

    static final String PLACE = "GPSLatitude 35.6586";

    private Pictures() {}

    static byte[] drawn(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            var image = new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < 31; x++) {
                image.setRGB(x, x % 17, 0x102030 * x);
            }
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Exif with an orientation, a pointer to GPS and the place behind. */
    static byte[] exif(int orientation, ByteOrder order) {
        var place = text(PLACE);
        var exif = ByteBuffer.allocate(38 + place.length).order(order);
        exif.put(text(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        return exif.putInt(0).put(place).array();
    }

    static byte[] jpeg(int orientation) {
        var plain = drawn("jpg");
        return joined(
                slice(plain, 0, 2),
                segment(0xe1, joined(text("Exif\0\0"), exif(orientation, ByteOrder.LITTLE_ENDIAN))),
                segment(0xe1, text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>")),
                segment(0xe2, text("MPF\0" + PLACE)),
                segment(0xed, text("Photoshop 3.0\0" + PLACE)),
                segment(0xfe, text(PLACE)),
                slice(plain, 2, plain.length),
                text("a film: " + PLACE));
    }

    static byte[] png(int orientation) {
        var plain = drawn("png");
        return joined(
                slice(plain, 0, 33),
                chunk("eXIf", exif(orientation, ByteOrder.BIG_ENDIAN)),
                chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + PLACE)),
                chunk("tEXt", text("Comment\0" + PLACE)),
                slice(plain, 33, plain.length),
                text(PLACE));
    }

    static byte[] gif() {
        var plain = drawn("gif");
        int afterColours = 13 + (3 << (plain[10] & 7) + 1);
        var comment = joined(new byte[] {0x21, (byte) 0xfe, (byte) PLACE.length()}, text(PLACE), new byte[1]);
        var xmp = joined(
                new byte[] {0x21, (byte) 0xff, 11},
                text("XMP DataXMP"),
                new byte[] {(byte) PLACE.length()},
                text(PLACE),
                new byte[1]);
        var again = joined(new byte[] {0x21, (byte) 0xff, 11}, text("NETSCAPE2.0"), new byte[] {3, 1, 0, 0, 0});
        return joined(slice(plain, 0, afterColours), comment, again, xmp, slice(plain, afterColours, plain.length));
    }

    /** An extended WebP, 31 by 17, whose bitstream is only made up. */
    static byte[] webp(int orientation) {
        var canvas = new byte[] {0x2c, 0, 0, 0, 30, 0, 0, 16, 0, 0};
        var chunks = joined(
                riff("VP8X", canvas),
                riff("ICCP", text("colours")),
                riff("VP8L", text("a bitstream")),
                riff("EXIF", exif(orientation, ByteOrder.LITTLE_ENDIAN)),
                riff("XMP ", text(PLACE)));
        return joined(riff("RIFF", joined(text("WEBP"), chunks)), text(PLACE));
    }

    /** An AVIF, 31 by 17, with a picture, Exif and XMP in it, and what a camera tells beside. */
    static byte[] avif() {
        var exif = text("Exif " + PLACE);
        var xmp = text("<x:xmpmeta>" + PLACE + "</x:xmpmeta>");
        var picture = text("an AV1 picture");
        var head = box("ftyp", text("avif\0\0\0\0mif1avif"));
        int meta = meta(0, exif.length, xmp.length, picture.length).length;
        int data = head.length + meta + 8;
        return joined(
                head,
                meta(data, exif.length, xmp.length, picture.length),
                box("mdat", joined(exif, xmp, picture)),
                box("uuid", text("0123456789abcdef" + PLACE)));
    }

    private static byte[] meta(int data, int exif, int xmp, int picture) {
        var infos =
                box("iinf", joined(new byte[] {0, 0, 0, 0, 0, 3}, info(1, "Exif"), info(2, "mime"), info(3, "av01")));
        var places = ByteBuffer.allocate(8 + 3 * 14).put(new byte[] {0, 0, 0, 0, 0x44, 0, 0, 3});
        place(places, 1, data, exif);
        place(places, 2, data + exif, xmp);
        place(places, 3, data + exif + xmp, picture);
        var size = ByteBuffer.allocate(12).putInt(0).putInt(31).putInt(17).array();
        return box(
                "meta",
                joined(new byte[4], infos, box("iloc", places.array()), box("iprp", box("ipco", box("ispe", size)))));
    }

    private static byte[] info(int id, String type) {
        return box("infe", joined(new byte[] {2, 0, 0, 0, 0, (byte) id, 0, 0}, text(type), new byte[2]));
    }

    private static void place(ByteBuffer places, int id, int from, int length) {
        places.putShort((short) id)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(from)
                .putInt(length);
    }

    private static byte[] box(String type, byte[] body) {
        return joined(ByteBuffer.allocate(4).putInt(body.length + 8).array(), text(type), body);
    }

    private static byte[] segment(int marker, byte[] payload) {
        int length = payload.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, payload);
    }

    private static byte[] chunk(String type, byte[] body) {
        var sum = new CRC32();
        sum.update(text(type));
        sum.update(body);
        return joined(
                ByteBuffer.allocate(4).putInt(body.length).array(),
                text(type),
                body,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] riff(String type, byte[] body) {
        var length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length);
        return joined(text(type), length.array(), body, new byte[body.length % 2]);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] slice(byte[] bytes, int from, int end) {
        return java.util.Arrays.copyOfRange(bytes, from, end);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
