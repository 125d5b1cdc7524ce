package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;
import java.util.Set;

/** Where the items of a file are (ISO/IEC 14496-12, 8.11.3). */
final class ItemPlaces {

    private static final int IN_THE_FILE = 0;
    private static final int IN_THE_BOX = 1;

    private final Box places;
    private final Box meta;
    private final int version;
    private final int sizes;
    private int at;
    private long blanked;

    ItemPlaces(Box places, Box meta) {
        this.places = places;
        this.meta = meta;
        this.version = places.file().get(places.body());
        this.sizes = places.file().getShort(places.body() + 4) & 0xffff;
        this.at = places.body() + 6;
        if ((sizes & 0xff00) == 0) {
            throw new UnknownImage();
        }
    }

    void blank(Set<Long> items) {
        int wide = version < 2 ? 2 : 4;
        long count = next(wide);
        for (long item = 0; item < count; item++) {
            boolean blank = items.contains(next(wide));
            int method = version == 0 ? IN_THE_FILE : (int) next(2) & 15;
            next(2);
            item(blank, method, next(sizes >>> 4 & 15));
        }
    }

    private void item(boolean blank, int method, long base) {
        long extents = next(2);
        for (long extent = 0; extent < extents; extent++) {
            next(version == 0 ? 0 : sizes & 15);
            long from = Math.addExact(base, next(sizes >>> 12 & 15));
            long length = next(sizes >>> 8 & 15);
            if (blank) {
                extent(method, from, length);
            }
        }
    }

    /** Where no length is given it reaches to the end of the file, which holds the pictures too. */
    private void extent(int method, long from, long length) {
        if (length == 0 || method != IN_THE_FILE && method != IN_THE_BOX) {
            throw new UnknownImage();
        }
        blanked += length;
        if (blanked > places.file().limit()) {
            throw new UnknownImage();
        }
        long begin = method == IN_THE_FILE ? from : Math.addExact(data().body(), from);
        places.blank(begin, Math.addExact(begin, length));
    }

    private Box data() {
        return meta.inside(4).filter(box -> box.is("idat")).findFirst().orElseThrow(UnknownImage::new);
    }

    /** The next number, of so many bytes. */
    private long next(int bytes) {
        long number = 0;
        for (int end = at + bytes; at < end; at++) {
            number = number << 8 | places.file().get(at) & 0xff;
        }
        return number;
    }
}
