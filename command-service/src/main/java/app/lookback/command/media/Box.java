package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A box of a file of the ISO base media format (ISO/IEC 14496-12, 4.2): its type, and where it is in the file. */
record Box(String type, ByteBuffer file, int from, int body, int end) {

    private static final int MOST = 10_000;

    /** The boxes between two places, refused where one reaches beyond. */
    static List<Box> between(ByteBuffer file, int from, int end) {
        var boxes = new ArrayList<Box>();
        for (int at = from; at + 8 <= end && boxes.size() < MOST; at = boxes.get(boxes.size() - 1).end) {
            boxes.add(at(file, at, end));
        }
        if (boxes.size() == MOST) {
            throw new UnknownImage();
        }
        return boxes;
    }

    private static Box at(ByteBuffer file, int at, int end) {
        long size = file.getInt(at) & 0xffffffffL;
        int body = at + (size == 1 ? 16 : 8);
        long whole = size == 0 ? end - at : size == 1 ? file.getLong(at + 8) : size;
        if (whole < body - at || whole > end - at) {
            throw new IndexOutOfBoundsException();
        }
        return new Box(text(file, at + 4), file, at, body, at + (int) whole);
    }

    static String text(ByteBuffer file, int at) {
        var text = new byte[4];
        file.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** The boxes in this one, of which the first come after so many bytes. */
    Stream<Box> inside(int after) {
        return between(file, body + after, end).stream();
    }

    boolean is(String name) {
        return type.equals(name);
    }

    /** Free space, with nothing in it, where the box was: all others stay where they are. */
    void blank() {
        file.put(from + 4, "free".getBytes(StandardCharsets.ISO_8859_1));
        blank(body, end);
    }

    void blank(long begin, long behind) {
        if (begin < 0 || behind > file.limit() || begin > behind) {
            throw new IndexOutOfBoundsException();
        }
        file.put((int) begin, new byte[(int) (behind - begin)]);
    }
}
