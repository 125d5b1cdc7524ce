package app.lookback.command.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.lookback.command.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanImageTest {

    private static Stream<byte[]> images() {
        return Stream.of(Pictures.jpeg(6), Pictures.png(6), Pictures.gif(), Pictures.webp(6), Pictures.avif());
    }

    @ParameterizedTest
    @MethodSource("images")
    void no_place_is_kept(byte[] sent) {
        assertThat(text(sent)).contains(Pictures.PLACE);

        assertThat(text(clean(sent))).doesNotContain("GPS", "xmp", "\u0088\u0025");
    }

    @ParameterizedTest
    @MethodSource("images")
    void what_is_clean_stays_as_it_is_and_the_form_too(byte[] sent) {
        var once = CleanImage.of(sent);

        assertThat(once.form()).isEqualTo(ImageForm.of(sent));
        assertThat(clean(once.bytes())).isEqualTo(once.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpg"})
    void an_image_without_a_place_is_not_changed_by_a_byte(String format) {
        assertThat(clean(Pictures.drawn(format))).isEqualTo(Pictures.drawn(format));
    }

    @Test
    void no_pixel_is_changed() throws IOException {
        assertThat(pixels(clean(Pictures.jpeg(6)))).isEqualTo(pixels(Pictures.drawn("jpg")));
        assertThat(pixels(clean(Pictures.png(6)))).isEqualTo(pixels(Pictures.drawn("png")));
        assertThat(pixels(clean(Pictures.gif()))).isEqualTo(pixels(Pictures.drawn("gif")));
    }

    @Test
    void the_image_stays_the_same_way_up() {
        var six = HexFormat.of().parseHex("4d4d002a00000008" + "0001" + "0112000300000001" + "00060000" + "00000000");
        for (var sent : new byte[][] {Pictures.jpeg(6), Pictures.png(6), Pictures.webp(6)}) {
            assertThat(text(clean(sent))).contains(text(six));
        }
        assertThat(clean(Pictures.webp(6))[20]).isEqualTo((byte) 0x28);
    }

    @Test
    void an_upright_image_needs_no_exif() {
        assertThat(text(clean(Pictures.jpeg(1)))).doesNotContain("Exif");
        assertThat(clean(Pictures.png(1))).isEqualTo(Pictures.drawn("png"));
        assertThat(clean(Pictures.webp(1))[20]).isEqualTo((byte) 0x20);
    }

    @Test
    void an_animation_goes_on_for_ever() {
        assertThat(text(clean(Pictures.gif()))).contains("NETSCAPE2.0");
    }

    @Test
    void the_length_of_a_webp_is_what_it_says() {
        var webp = clean(Pictures.webp(6));

        assertThat(ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(webp.length - 8);
    }

    @Test
    void an_avif_keeps_its_picture_where_it_was() {
        assertThat(clean(Pictures.avif())).hasSameSizeAs(Pictures.avif());
        assertThat(text(clean(Pictures.avif())).indexOf("an AV1 picture"))
                .isEqualTo(text(Pictures.avif()).indexOf("an AV1 picture"));
    }

    @Test
    void a_heic_is_refused_with_what_to_do() {
        var heic = Pictures.joined(new byte[] {0, 0, 0, 24}, Pictures.text("ftypheic\0\0\0\0mif1heic"), new byte[40]);

        assertThatThrownBy(() -> CleanImage.of(heic))
                .hasMessageContaining("HEIC")
                .hasMessageContaining("JPEG");
    }

    /** Seeds that ever failed stay as cases of their own. */
    @ParameterizedTest
    @MethodSource("images")
    void a_damaged_image_is_refused_or_kept_and_never_takes_long(byte[] sent) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int seed = 0; seed < 2_000; seed++) {
                tryDamaged(sent, seed);
            }
            for (int length = 0; length < sent.length; length++) {
                tryClean(Arrays.copyOf(sent, length), -length);
            }
        });
    }

    private static void tryDamaged(byte[] sent, int seed) {
        var random = new Random(seed);
        var damaged = sent.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
        }
        tryClean(damaged, seed);
    }

    private static void tryClean(byte[] bytes, int seed) {
        try {
            assertThat(clean(bytes).length).as("seed %d", seed).isLessThanOrEqualTo(bytes.length + 2);
        } catch (Refusal refused) {
            assertThat(refused.sentence()).as("seed %d", seed).isNotEmpty();
        }
    }

    private static byte[] clean(byte[] sent) {
        return CleanImage.of(sent).bytes();
    }

    private static int[] pixels(byte[] image) throws IOException {
        var read = ImageIO.read(new ByteArrayInputStream(image));
        return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
