package app.lookback.query.rendering;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A text as a picture that a telephone reads, as by Hugo's shortcode; the picture stands in the page itself. */
final class QrCode {

    /** The empty modules around a code, by its standard. */
    private static final int BORDER = 4;

    private static final int USUAL_SCALE = 4;

    private static final int LARGEST_SCALE = 10;
    private static final int LONGEST = 1_000;

    private final Shortcode shortcode;
    private final Page page;

    QrCode(Shortcode shortcode, Page page) {
        this.shortcode = shortcode;
        this.page = page;
    }

    String html() {
        var inner = shortcode.inner() == null ? "" : shortcode.inner().strip();
        var text = shortcode.value("text", 0).isEmpty() ? inner : shortcode.value("text", 0);
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Embedded(page, shortcode, false).box();
        }
        try {
            return image(io.nayuki.qrcodegen.QrCode.encodeText(text, level()));
        } catch (DataTooLongException tooLong) {
            return new Embedded(page, shortcode, false).box();
        }
    }

    private Ecc level() {
        return switch (shortcode.value("level")) {
            case "low" -> Ecc.LOW;
            case "quartile" -> Ecc.QUARTILE;
            case "high" -> Ecc.HIGH;
            default -> Ecc.MEDIUM;
        };
    }

    private int scale() {
        var written = shortcode.value("scale");
        return written.matches("[0-9]{1,3}")
                ? Math.max(2, Math.min(Integer.parseInt(written), LARGEST_SCALE))
                : USUAL_SCALE;
    }

    private String image(io.nayuki.qrcodegen.QrCode code) {
        var side = (code.size + 2 * BORDER) * scale();
        var png = Base64.getEncoder().encodeToString(png(code, side));
        return "<img src=\"data:image/png;base64,%s\" width=\"%d\" height=\"%d\"".formatted(png, side, side)
                + attribute("alt") + attribute("class") + attribute("id") + attribute("title") + attribute("loading")
                + ">\n";
    }

    private byte[] png(io.nayuki.qrcodegen.QrCode code, int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                var dark = code.getModule(x / scale() - BORDER, y / scale() - BORDER);
                image.setRGB(x, y, dark ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    private String attribute(String name) {
        var value = shortcode.value(name);
        return value.isEmpty() ? "" : " " + name + "=\"" + Html.escaped(value) + "\"";
    }
}
