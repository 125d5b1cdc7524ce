package app.lookback.command.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way up an image is shown: all that is kept of its Exif (CIPA DC-008, 4.6.5). */
final class Orientation {

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int UPRIGHT = 1;

    private Orientation() {}

    /** An Exif block that says this orientation and nothing else; empty for an image that is upright anyway. */
    static byte[] alone(ByteBuffer exif) {
        int orientation = in(exif);
        if (orientation == UPRIGHT) {
            return new byte[0];
        }
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1})
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private static int in(ByteBuffer exif) {
        try {
            var tiff = exif.slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int at = directory + 2; at < directory + 2 + entries * ENTRY; at += ENTRY) {
                if ((tiff.getShort(at) & 0xffff) == TAG) {
                    return valid(tiff.getShort(at + 8));
                }
            }
        } catch (IndexOutOfBoundsException unreadable) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static int valid(int orientation) {
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
    }
}
