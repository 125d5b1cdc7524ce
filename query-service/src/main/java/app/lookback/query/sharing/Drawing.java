package app.lookback.query.sharing;

import app.lookback.query.edition.Card;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Draws an edition's picture: what it is called and whose it is, beside its cover where it has one. */
final class Drawing {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;
    static final int COVER = 440;

    /** The colours of the site by day, as the design's tokens name them. */
    static final Map<String, Color> COLOURS = Map.of(
            "paper", new Color(0xfbfaf7),
            "ink", new Color(0x1e2126),
            "ink-soft", new Color(0x595e66),
            "line", new Color(0xe4e0d7),
            "accent", new Color(0x0f5f63),
            "wash", new Color(0xe2efed));

    private static final int MARGIN = 76;
    private static final int STRIPE = 14;
    private static final int RULE = HEIGHT - STRIPE - MARGIN - 78;
    private static final int LONGEST_TITLE = 240;
    private static final int LONGEST_LINE = 160;

    private final Card card;
    private final Locale language;
    private final boolean rightToLeft;
    private final Face serif;
    private final Face sans;
    private final float left;
    private final float width;

    private Drawing(Card card, Fonts fonts, boolean hasCover) {
        this.card = card;
        this.language = Locale.forLanguageTag(card.language());
        this.rightToLeft = card.isRightToLeft();
        this.serif = Face.serif(fonts, language, rightToLeft);
        this.sans = Face.sans(fonts, language, rightToLeft);
        this.left = hasCover && rightToLeft ? COVER + MARGIN : MARGIN;
        this.width = WIDTH - 2f * MARGIN - (hasCover ? COVER : 0);
    }

    /** A PNG. */
    static byte[] of(Card card, String blog, @Nullable BufferedImage cover, Fonts fonts) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var on = image.createGraphics();
        try {
            new Drawing(card, fonts, cover != null).draw(on, blog, cover);
        } finally {
            on.dispose();
        }
        return png(image);
    }

    private void draw(Graphics2D on, String blog, @Nullable BufferedImage cover) {
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        fill(on, "paper", 0, 0, WIDTH, HEIGHT);
        if (cover != null) {
            cover(on, cover);
        }
        fill(on, "accent", 0, HEIGHT - STRIPE, WIDTH, STRIPE);
        on.setColor(COLOURS.get("accent"));
        Lines.one(sans, bounded(blog, LONGEST_LINE), language, width, 30)
                .draw(on, left, width, MARGIN - 6, rightToLeft);
        title(on);
        foot(on);
    }

    private static void fill(Graphics2D on, String colour, int x, int y, int width, int height) {
        on.setColor(COLOURS.get(colour));
        on.fillRect(x, y, width, height);
    }

    private void title(Graphics2D on) {
        float top = MARGIN + 58;
        float room = RULE - 28 - top;
        var place = new Lines.Room(width, room, 104, 36);
        var title = Lines.fitted(serif, bounded(card.title(), LONGEST_TITLE), language, place);
        on.setColor(COLOURS.get("ink"));
        title.draw(on, left, width, top + Math.max(0, (room - title.height()) / 2), rightToLeft);
    }

    private void foot(Graphics2D on) {
        fill(on, "line", (int) left, RULE, (int) width, 2);
        float taken = card.rating() == null ? 0 : rating(on, card.rating().text(), RULE + 34);
        said(on, "ink", String.join(", ", card.authors()), RULE + 22, taken);
        said(on, "ink-soft", card.dateInWords(), RULE + 60, taken);
    }

    private void said(Graphics2D on, String colour, String text, float top, float taken) {
        on.setColor(COLOURS.get(colour));
        Lines.one(sans, bounded(text, LONGEST_LINE), language, width - taken, 28)
                .draw(on, rightToLeft ? left + taken : left, width - taken, top, rightToLeft);
    }

    /** At the far end of the line; how wide it is with its distance. */
    private float rating(Graphics2D on, String rating, float top) {
        var text = Lines.one(sans, "★ " + rating, language, width / 2, 28);
        float wide = text.width() + 44;
        float x = rightToLeft ? left : left + width - wide;
        on.setColor(COLOURS.get("wash"));
        on.fill(new RoundRectangle2D.Float(x, top, wide, 48, 48, 48));
        on.setColor(COLOURS.get("accent"));
        text.draw(on, x + 22, text.width(), top + 6, false);
        return wide + 24;
    }

    /** All of the panel is covered; what is too much is cut off at the edges alike. */
    private void cover(Graphics2D on, BufferedImage cover) {
        int x = rightToLeft ? 0 : WIDTH - COVER;
        double scale = Math.max((double) COVER / cover.getWidth(), (double) HEIGHT / cover.getHeight());
        var place = AffineTransform.getTranslateInstance(
                x + (COVER - cover.getWidth() * scale) / 2, (HEIGHT - cover.getHeight() * scale) / 2);
        place.scale(scale, scale);
        var clip = on.getClip();
        on.clipRect(x, 0, COVER, HEIGHT);
        on.drawImage(cover, place, null);
        on.setClip(clip);
    }

    private static String bounded(String text, int most) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
