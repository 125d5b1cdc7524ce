package app.lookback.command.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Look Back|look-back",
                "Hello, World!|hello-world",
                "流れゆく季節 (Nagareyuku)|流れゆく季節-nagareyuku",
                "../../etc/passwd|etc-passwd",
                "v1.2_final|v1.2_final",
                "Émile|émile",
                "-- a --|a",
                "?!|post",
                "...|post"
            })
    void a_slug_is_near_to_the_words(String words, String slug) {
        assertThat(Slug.near(words, "post").text()).isEqualTo(slug);
    }

    @Test
    void a_slug_has_100_units_at_most_and_no_half_characters() {
        assertThat(Slug.near("x".repeat(300), "post").text()).hasSize(100);
        assertThat(Slug.near("x" + "𠮷".repeat(60), "post").text()).hasSize(99);
    }
}
