package app.lookback.command.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.platform.Body.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(Slug.near("x".repeat(300), "post").pathsLikeThis().skip(9).findFirst())
                .hasValue("/posts/" + "x".repeat(97) + "-10/");
    }

    @Test
    void taken_paths_are_followed_by_numbered_ones() {
        assertThat(Slug.near("a", "post").pathsLikeThis().limit(3))
                .containsExactly("/posts/a/", "/posts/a-2/", "/posts/a-3/");
    }

    @ParameterizedTest
    @CsvSource({"/posts/Look-Back/,/posts/look-back/", "/posts/a,/posts/a/", "/posts/映画/,/posts/映画/"})
    void a_chosen_path_is_in_lower_case_and_ends_with_a_slash(String chosen, String path) {
        assertThat(Slug.ofPath(chosen).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/posts/",
                "/posts//",
                "/other/a/",
                "/posts/a/b/",
                "/posts/../",
                "/posts/a b/",
                "/posts/a%2f/",
                "/posts/.a/",
                "/posts/<b>/"
            })
    void any_other_path_is_refused(String path) {
        assertThatThrownBy(() -> Slug.ofPath(path)).isInstanceOf(Malformed.class);
    }
}
