package app.lookback.command.media;

import app.lookback.command.platform.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What an image's first bytes say it is, whatever its name says: PNG, JPEG, GIF, WebP or AVIF, and its size in pixels. */
record ImageForm(String mediaType, String extension, long width, long height) {

    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_BRANDS = 256;
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    static ImageForm of(byte[] bytes) {
        try {
            var form = recognise(bytes);
            if (form.width == 0 || form.height == 0) {
                throw new UnknownImage();
            }
            if (form.height > MOST_PIXELS / form.width) {
                throw new TooManyPixels(form);
            }
            return form;
        } catch (IndexOutOfBoundsException cutOff) {
            throw new UnknownImage();
        }
    }

    static Optional<ImageForm> ifKnown(byte[] bytes) {
        try {
            return Optional.of(of(bytes));
        } catch (Refusal | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static ImageForm recognise(byte[] bytes) {
        if (startsWith(bytes, PNG) && text(bytes, 12).equals("IHDR")) {
            var header = ByteBuffer.wrap(bytes);
            return new ImageForm("image/png", "png", header.getInt(16) & 0xffffffffL, header.getInt(20) & 0xffffffffL);
        }
        if (startsWith(bytes, JPEG)) {
            return jpeg(ByteBuffer.wrap(bytes));
        }
        var little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (text(bytes, 0).equals("GIF8") && (bytes[4] == '7' || bytes[4] == '9') && bytes[5] == 'a') {
            return new ImageForm("image/gif", "gif", unsigned(little, 6), unsigned(little, 8));
        }
        if (text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP")) {
            return webp(little, text(bytes, 12));
        }
        if (text(bytes, 4).equals("ftyp")) {
            return ofBrands(bytes);
        }
        throw new UnknownImage();
    }

    /** ISO/IEC 14496-12, 4.3: what a reader must understand, one of which is enough. */
    private static ImageForm ofBrands(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        int end = Math.min(file.getInt(0), LONGEST_BRANDS);
        for (int at = 8; at + 4 <= end; at += 4) {
            if (AVIF.contains(text(bytes, at))) {
                return AvifItems.form(file);
            }
        }
        throw text(bytes, 8).startsWith("he") ? new HeicImage() : new UnknownImage();
    }

    /** The frame header (ITU T.81, B.2.2) is the first segment SOF0 to SOF15 that is not DHT, JPG or DAC. */
    private static ImageForm jpeg(ByteBuffer bytes) {
        int at = 2;
        while ((bytes.get(at) & 0xff) == 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return new ImageForm("image/jpeg", "jpg", unsigned(bytes, at + 7), unsigned(bytes, at + 5));
            }
            at += marker == 0xff ? 1 : 2 + Math.max(2, unsigned(bytes, at + 2));
        }
        throw new UnknownImage();
    }

    /** RFC 9649: an extended file, a lossless bitstream (section 3.4) or a VP8 key frame (RFC 6386, 9.1). */
    private static ImageForm webp(ByteBuffer bytes, String chunk) {
        return switch (chunk) {
            case "VP8X" -> webp(1 + (bytes.getInt(24) & 0xffffff), 1 + (bytes.getInt(26) >>> 8));
            case "VP8L" -> {
                int sizes = bytes.getInt(21);
                yield webp(1 + (sizes & 0x3fff), 1 + (sizes >>> 14 & 0x3fff));
            }
            case "VP8 " -> webp(unsigned(bytes, 26) & 0x3fff, unsigned(bytes, 28) & 0x3fff);
            default -> throw new UnknownImage();
        };
    }

    private static ImageForm webp(int width, int height) {
        return new ImageForm("image/webp", "webp", width, height);
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length > signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    private static String text(byte[] bytes, int at) {
        return bytes.length < at + 4 ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    /** No image of a kind that every browser shows. */
    static class UnknownImage extends Refusal {
        UnknownImage() {
            this("This is no PNG, JPEG, GIF, WebP, AVIF or SVG image, or it is damaged.");
        }

        UnknownImage(String sentence) {
            super(Kind.UNSUPPORTED, "unknown-image", sentence);
        }
    }

    /** What telephones keep photographs in, and few browsers show. */
    static final class HeicImage extends UnknownImage {
        HeicImage() {
            super("This is a HEIC image, which most browsers cannot show. Save it as a JPEG and add that.");
        }
    }

    /** An image that would take too much memory to show. */
    static final class TooManyPixels extends Refusal {
        TooManyPixels(ImageForm form) {
            super(
                    Kind.TOO_LARGE,
                    "too-large",
                    "The image has %d by %d pixels; at most 50 million are allowed."
                            .formatted(form.width, form.height));
        }
    }
}
