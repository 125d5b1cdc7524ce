package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * An AVIF in which the items that hold no picture are blank (ISO/IEC 23008-12). It is turned by a property of its own,
 * not by Exif.
 */
final class AvifItems {

    private static final int META_HEAD = 4;
    private static final Set<String> TELLING = Set.of("udta", "uuid", "meta", "free", "skip");
    private static final Set<String> NO_PICTURE = Set.of("Exif", "mime", "uri ");

    private AvifItems() {}

    /** The canvas: the largest of the pictures that it is put together from or shown instead. */
    static ImageForm form(ByteBuffer file) {
        return meta(file)
                .inside(META_HEAD)
                .filter(box -> box.is("iprp"))
                .flatMap(properties -> properties.inside(0))
                .filter(box -> box.is("ipco"))
                .flatMap(container -> container.inside(0))
                .filter(box -> box.is("ispe"))
                .map(box -> new ImageForm(
                        "image/avif", "avif", unsigned(file, box.body() + 4), unsigned(file, box.body() + 8)))
                .max(Comparator.comparingLong(ImageForm::width).thenComparingLong(ImageForm::height))
                .orElseThrow(UnknownImage::new);
    }

    static byte[] clean(byte[] sent) {
        var file = ByteBuffer.wrap(sent.clone());
        blankWhatIsTold(file);
        var meta = meta(file);
        var silent = new HashSet<Long>();
        meta.inside(META_HEAD)
                .filter(box -> box.is("iinf"))
                .forEach(box -> silent.addAll(ItemInfos.in(box, NO_PICTURE)));
        for (var box : meta.inside(META_HEAD).toList()) {
            if (box.is("iloc")) {
                new ItemPlaces(box, meta).blank(silent);
            } else if (box.is("uuid") || box.is("udta") || box.is("free")) {
                box.blank();
            }
        }
        return file.array();
    }

    private static void blankWhatIsTold(ByteBuffer file) {
        var boxes = Box.between(file, 0, file.limit());
        boxes.stream()
                .filter(box -> TELLING.contains(box.type()) && !box.is("meta"))
                .forEach(Box::blank);
        for (var film : boxes.stream().filter(box -> box.is("moov")).toList()) {
            film.inside(0).filter(box -> TELLING.contains(box.type())).forEach(Box::blank);
            film.inside(0)
                    .filter(box -> box.is("trak"))
                    .flatMap(track -> track.inside(0))
                    .filter(box -> TELLING.contains(box.type()))
                    .forEach(Box::blank);
        }
    }

    private static Box meta(ByteBuffer file) {
        return Box.between(file, 0, file.limit()).stream()
                .filter(box -> box.is("meta"))
                .findFirst()
                .orElseThrow(UnknownImage::new);
    }

    private static long unsigned(ByteBuffer file, int at) {
        return file.getInt(at) & 0xffffffffL;
    }
}
