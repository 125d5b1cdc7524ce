package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG without its comments, its application segments but those that colours need, and whatever follows its end:
 * other pictures and films with places of their own (ITU T.81, annex B).
 */
final class JpegSegments {

    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int COMMENT = 0xfe;
    private static final String EXIF = "Exif\0\0";

    private final ByteBuffer sent;
    private final ByteArrayOutputStream kept;
    private int at = 2;

    private JpegSegments(byte[] sent) {
        this.sent = ByteBuffer.wrap(sent);
        this.kept = new ByteArrayOutputStream(sent.length);
        kept.write(sent, 0, 2);
    }

    static byte[] clean(byte[] sent) {
        var segments = new JpegSegments(sent);
        while (segments.hasNext()) {
            segments.next();
        }
        segments.kept.write(0xff);
        segments.kept.write(END);
        return segments.kept.toByteArray();
    }

    /** Programs and cameras put more than one 0xff before a marker, and cut off the end. */
    private boolean hasNext() {
        while (at + 1 < sent.limit() && (sent.get(at) & 0xff) == 0xff && (sent.get(at + 1) & 0xff) == 0xff) {
            at++;
        }
        return at + 1 < sent.limit() && marker() != END;
    }

    private int marker() {
        if ((sent.get(at) & 0xff) != 0xff) {
            throw new UnknownImage();
        }
        return sent.get(at + 1) & 0xff;
    }

    private void next() {
        int marker = marker();
        int length = 2 + Math.max(2, sent.getShort(at + 2) & 0xffff);
        if (marker == COMMENT || marker >= 0xe0 && marker <= 0xef) {
            keepOf(marker, sent.slice(at + 4, length - 4));
            at += length;
        } else {
            keep(marker == SCAN ? endOfScan(at + length) : at + length);
        }
    }

    private void keepOf(int marker, ByteBuffer payload) {
        if (marker == 0xe1 && startsWith(payload, EXIF)) {
            turn(Orientation.alone(payload.slice(EXIF.length(), payload.limit() - EXIF.length())));
        } else if (isForColours(marker, payload)) {
            keepSegment(marker, payload);
        }
    }

    private static boolean isForColours(int marker, ByteBuffer payload) {
        return marker == 0xe0 && startsWith(payload, "JFIF\0")
                || marker == 0xe2 && startsWith(payload, "ICC_PROFILE\0")
                || marker == 0xee && startsWith(payload, "Adobe");
    }

    private void turn(byte[] exif) {
        if (exif.length > 0) {
            var payload = ByteBuffer.allocate(EXIF.length() + exif.length);
            payload.put(EXIF.getBytes(StandardCharsets.ISO_8859_1)).put(exif).flip();
            keepSegment(0xe1, payload);
        }
    }

    private void keepSegment(int marker, ByteBuffer payload) {
        kept.write(0xff);
        kept.write(marker);
        kept.write(payload.limit() + 2 >>> 8);
        kept.write(payload.limit() + 2);
        kept.write(payload.array(), payload.arrayOffset(), payload.limit());
    }

    private void keep(int end) {
        kept.write(sent.array(), at, end - at);
        at = end;
    }

    /** In a scan, 0xff is followed by 0, by a restart or by itself; anything else begins a segment. */
    private int endOfScan(int from) {
        for (int end = from; end + 1 < sent.limit(); end++) {
            int next = sent.get(end + 1) & 0xff;
            if ((sent.get(end) & 0xff) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return end;
            }
        }
        return sent.limit();
    }

    private static boolean startsWith(ByteBuffer payload, String signature) {
        var bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return payload.limit() >= bytes.length && payload.slice(0, bytes.length).equals(ByteBuffer.wrap(bytes));
    }
}
