package app.lookback.query.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.lookback.query.edition.Card;
import app.lookback.query.edition.Rating;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTest {

    private static final Path TOKENS = Path.of("../web-ui/src/tokens.css");
    private static final Path DRAWN = Path.of("target/cards");

    private static Fonts fonts = Fonts.installed();

    @BeforeAll
    static void there_are_fonts() throws IOException {
        assertThat(fonts.areThere())
                .as("fonts, as of Debian's fonts-liberation and fonts-noto-cjk")
                .isTrue();
        Files.createDirectories(DRAWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short     | en | Look Back
            middling  | en | A page of madness, and the forty-five years in which nobody knew where it was
            long      | en | What is said at length is said at length because whoever says it had no time to say it shortly, which is an old thought, older than who is said to have had it first, and true of titles too, as this one shows to whoever has come so far
            japanese  | ja | ルックバック 流れゆく季節のなかで、背中を見て描きつづけるということ
            arabic    | ar | صفحة من الجنون: الفيلم الذي ضاع خمسة وأربعين عاما (1926)
            hebrew    | he | דף של טירוף
            word      | de | Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
            """)
    void a_picture_holds_all_of_the_title_that_it_has_room_for(String name, String language, String title)
            throws IOException {
        var plain = drawn(name, card(language, title, null), null);
        var rated = drawn(name + "-rated", card(language, title, new Rating(4.5, 5)), photograph());

        assertThat(List.of(plain, rated)).allSatisfy(image -> {
            assertThat(image.getWidth()).isEqualTo(1200);
            assertThat(image.getHeight()).isEqualTo(630);
            assertThat(colours(image)).hasSizeGreaterThan(50);
        });
        assertThat(ink(plain, 0, 1200)).isGreaterThan(1_000);
        int edge = language.equals("ar") || language.equals("he") ? 0 : 1160;
        assertThat(ink(plain, edge, edge + 40))
                .as("nothing is cut off at the edge")
                .isZero();
    }

    @Test
    void it_is_drawn_alike_each_time() {
        var card = card("en", "Look Back", new Rating(4, 5));

        assertThat(Drawing.of(card, "Blog", photograph(), fonts))
                .isEqualTo(Drawing.of(card, "Blog", photograph(), fonts));
    }

    @Test
    void japanese_is_written_in_letters_that_have_it() {
        assumeThat(fonts.having('流')).isPresent();
        var face = Face.serif(fonts, Locale.JAPANESE, false);
        var lines = Lines.fitted(face, "流れゆく季節", Locale.JAPANESE, new Lines.Room(1000, 300, 88, 36));

        assertThat(lines.lines()).hasSize(1);
        assertThat(lines.size()).isEqualTo(88);
        assertThat(ink(picture(card("ja", "流れゆく季節", null)), 0, 1200))
                .isNotEqualTo(ink(picture(card("ja", "走れゆく季節", null)), 0, 1200));
    }

    @Test
    void what_no_font_has_is_left_out() {
        var set = Face.serif(fonts, Locale.ENGLISH, false).set("a\u0378\uE000b\uDBFF\uDFFF", 40);

        assertThat(set)
                .hasValueSatisfying(text -> assertThat(text.getIterator().getEndIndex()
                                - text.getIterator().getBeginIndex())
                        .isEqualTo(2));
        assertThat(drawn("nothing", card("en", "\u0378", null), null).getWidth())
                .isEqualTo(1200);
    }

    @Test
    void a_title_of_any_length_is_drawn_in_bounded_time() {
        assertThat(picture(card("en", "no end of it ".repeat(100_000), null)).getWidth())
                .isEqualTo(1200);
        assertThat(picture(card("ja", "終".repeat(1_000_000), null)).getWidth()).isEqualTo(1200);
    }

    @Test
    void what_is_no_image_is_no_cover() throws IOException {
        assertThat(CoverImage.read("not quite a png".getBytes(), 440, 630)).isEmpty();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4_400, 1_300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        assertThat(CoverImage.read(bytes.toByteArray(), 440, 630))
                .hasValueSatisfying(read -> assertThat(read.getWidth()).isEqualTo(2_200));
    }

    @Test
    void the_colours_are_the_sites() throws IOException {
        var tokens = Files.readString(TOKENS);
        Drawing.COLOURS.forEach((name, colour) -> {
            var said = Pattern.compile("--" + name + ": light-dark\\(#([0-9a-f]{6})")
                    .matcher(tokens);
            assertThat(said.find()).as(name).isTrue();
            assertThat(colour).as(name).isEqualTo(new Color(Integer.parseInt(said.group(1), 16)));
        });
    }

    private static BufferedImage drawn(String name, Card card, @Nullable BufferedImage cover) {
        try {
            var bytes = Drawing.of(card, "Notes on film", cover, fonts);
            Files.write(DRAWN.resolve(name + ".png"), bytes);
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static BufferedImage picture(Card card) {
        return drawn("other", card, null);
    }

    private static Card card(String language, String title, @Nullable Rating rating) {
        return new Card(
                language,
                title,
                "",
                "2026-05-01",
                List.of("Ada Lovelace", "中村 遥"),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                1,
                rating,
                null,
                null);
    }

    private static BufferedImage photograph() {
        var image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        var on = image.createGraphics();
        on.setPaint(new GradientPaint(0, 0, new Color(0x284b63), 900, 700, new Color(0xd9a05b)));
        on.fillRect(0, 0, 900, 700);
        on.setColor(new Color(0xf2e8cf));
        on.fillOval(330, 200, 240, 240);
        on.dispose();
        return image;
    }

    private static int[] pixels(BufferedImage image, int from, int to) {
        return image.getRGB(from, 0, to - from, image.getHeight() - 20, null, 0, to - from);
    }

    private static List<Integer> colours(BufferedImage image) {
        return Arrays.stream(pixels(image, 0, image.getWidth()))
                .distinct()
                .boxed()
                .toList();
    }

    /** How many pixels are dark. */
    private static long ink(BufferedImage image, int from, int to) {
        return Arrays.stream(pixels(image, from, to))
                .filter(rgb -> (rgb & 0xff) < 0x60 && (rgb >> 8 & 0xff) < 0x60)
                .count();
    }
}
