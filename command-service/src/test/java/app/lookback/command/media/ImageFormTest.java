package app.lookback.command.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.media.ImageForm.TooManyPixels;
import app.lookback.command.media.ImageForm.UnknownImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormTest {

    @ParameterizedTest
    @CsvSource({"png,image/png,png", "jpg,image/jpeg,jpg", "gif,image/gif,gif"})
    void an_image_is_known_by_its_bytes(String format, String mediaType, String extension) throws IOException {
        assertThat(ImageForm.of(drawn(format))).isEqualTo(new ImageForm(mediaType, extension, 31, 17));
    }

    @ParameterizedTest
    @CsvSource({
        // From each format's specification: canvas 31 by 17.
        "56503858 0a000000 00000000 1e0000 100000",
        "5650384c10000000 2f 1e000400 0000000000",
        "5650382010000000 300100 9d012a 1f00 1100 0000"
    })
    void a_webp_is_known_in_its_three_forms(String chunk) {
        var hex = "52494646" + "40000000" + "57454250" + chunk.replace(" ", "");
        assertThat(ImageForm.of(Arrays.copyOf(HexFormat.of().parseHex(hex), 60)))
                .isEqualTo(new ImageForm("image/webp", "webp", 31, 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<html>", "GIF8", "RIFF....WEBP", "BM......................................"})
    void anything_else_is_refused(String bytes) {
        assertThatThrownBy(() -> ImageForm.of(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnknownImage.class);
    }

    @Test
    void a_damaged_header_is_refused_at_whatever_byte_it_breaks_off() throws IOException {
        for (var format : new String[] {"png", "jpg", "gif"}) {
            var whole = drawn(format);
            for (int length = 0; length < 10; length++) {
                var cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> ImageForm.of(cut)).isInstanceOf(UnknownImage.class);
            }
        }
    }

    @Test
    void fifty_million_pixels_are_enough() throws IOException {
        var huge = drawn("png");
        ByteBuffer.wrap(huge).putInt(16, 10_000).putInt(20, 5_001);
        assertThatThrownBy(() -> ImageForm.of(huge)).isInstanceOf(TooManyPixels.class);
        ByteBuffer.wrap(huge).putInt(16, -1).putInt(20, -1);
        assertThatThrownBy(() -> ImageForm.of(huge)).isInstanceOf(TooManyPixels.class);
        ByteBuffer.wrap(huge).putInt(16, 0);
        assertThatThrownBy(() -> ImageForm.of(huge)).isInstanceOf(UnknownImage.class);
    }

    private static byte[] drawn(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
