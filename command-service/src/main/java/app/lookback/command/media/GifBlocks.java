package app.lookback.command.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A GIF with its frames and how often they are repeated, and no comment and no XMP (GIF89a, appendix A). */
final class GifBlocks {

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int CONTROL = 0xf9;
    private static final int PLAIN_TEXT = 0x01;
    private static final int APPLICATION = 0xff;
    private static final Set<String> DRAWING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private final byte[] sent;
    private final ByteArrayOutputStream kept;
    private int at;

    private GifBlocks(byte[] sent) {
        this.sent = sent;
        this.kept = new ByteArrayOutputStream(sent.length);
    }

    static byte[] clean(byte[] sent) {
        var blocks = new GifBlocks(sent);
        blocks.keep(13 + blocks.colours(10));
        while (blocks.at < sent.length && sent[blocks.at] != TRAILER) {
            blocks.next();
        }
        blocks.kept.write(TRAILER);
        return blocks.kept.toByteArray();
    }

    private void next() {
        if (sent[at] == FRAME) {
            keep(endOfData(at + 10 + colours(at + 9) + 1));
        } else if (sent[at] == EXTENSION) {
            int end = endOfData(at + 2);
            if (draws(sent[at + 1] & 0xff)) {
                keep(end);
            }
            at = end;
        } else {
            at = sent.length; // browsers end here too
        }
    }

    private boolean draws(int label) {
        return label == CONTROL
                || label == PLAIN_TEXT
                || label == APPLICATION && DRAWING.contains(new String(sent, at + 3, 11, StandardCharsets.ISO_8859_1));
    }

    /** The bytes of the colour table that the flags at this place announce. */
    private int colours(int flags) {
        return (sent[flags] & 0x80) == 0 ? 0 : 3 << (sent[flags] & 7) + 1;
    }

    private int endOfData(int from) {
        int end = from;
        while (sent[end] != 0) {
            end += 1 + (sent[end] & 0xff);
        }
        return end + 1;
    }

    private void keep(int end) {
        kept.write(sent, at, end - at);
        at = end;
    }
}
