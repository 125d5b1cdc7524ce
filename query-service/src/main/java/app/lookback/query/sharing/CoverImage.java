package app.lookback.query.sharing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads what a picture is drawn from, never at more pixels than are needed by much. */
final class CoverImage {

    private static final long MOST_PIXELS = 120_000_000;

    private CoverImage() {}

    /** Nothing where these bytes are no image that Java reads. At least so wide and high as asked, if it is. */
    static Optional<BufferedImage> read(byte[] bytes, int width, int height) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() ? read(readers.next(), stream, width, height) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(ImageReader reader, ImageInputStream stream, int width, int height)
            throws IOException {
        try {
            reader.setInput(stream, true, true);
            int wide = reader.getWidth(0);
            int high = reader.getHeight(0);
            if ((long) wide * high > MOST_PIXELS) {
                return Optional.empty();
            }
            int each = Math.max(1, Math.min(wide / width, high / height));
            var asked = reader.getDefaultReadParam();
            asked.setSourceSubsampling(each, each, 0, 0);
            return Optional.of(reader.read(0, asked));
        } finally {
            reader.dispose();
        }
    }
}
