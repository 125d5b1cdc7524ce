package app.lookback.command.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.platform.Body.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostPathTest {

    @Test
    void a_post_stands_among_the_posts_until_someone_moves_it() {
        assertThat(PostPath.of(new Slug("look-back")).text()).isEqualTo("/posts/look-back/");
    }

    @Test
    void taken_paths_are_followed_by_numbered_ones() {
        assertThat(PostPath.ofPerson("/films/1926/a/").pathsLikeThis().limit(3))
                .containsExactly("/films/1926/a/", "/films/1926/a-2/", "/films/1926/a-3/");
        assertThat(PostPath.of(new Slug("x".repeat(100)))
                        .pathsLikeThis()
                        .skip(9)
                        .findFirst())
                .hasValue("/posts/" + "x".repeat(97) + "-10/");
    }

    @ParameterizedTest
    @CsvSource({
        "/posts/Look-Back/,/posts/look-back/",
        "/posts/a,/posts/a/",
        "/posts/映画/,/posts/映画/",
        "/about/,/about/",
        "/2026/05/04/look-back/,/2026/05/04/look-back/",
        "/tags/a/,/tags/a/",
        "/a/b/c/d/e/f/g/h/i/j,/a/b/c/d/e/f/g/h/i/j/"
    })
    void a_chosen_path_is_in_lower_case_and_ends_with_a_slash(String chosen, String path) {
        assertThat(PostPath.ofPerson(chosen).text()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "posts/a/",
                "/posts//",
                "/posts//a/",
                "/posts/../",
                "/posts/a b/",
                "/posts/a%2f/",
                "/posts/.a/",
                "/posts/<b>/",
                "/a/b/c/d/e/f/g/h/i/j/k/"
            })
    void any_other_path_is_refused(String path) {
        assertThatThrownBy(() -> PostPath.ofPerson(path)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_path_of_more_than_200_characters_is_refused() {
        var parts = "/" + "x".repeat(99);
        assertThatThrownBy(() -> PostPath.ofPerson(parts + parts + "/a/")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/Studio/a/,/studio/",
        "/api/a/,/api/",
        "/images/a/,/images/",
        "/posts/,/posts/",
        "/a/editions/2/,editions"
    })
    void what_is_lookback_s_own_is_refused_by_name(String path, String named) {
        assertThatThrownBy(() -> PostPath.ofPerson(path))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(named);
    }
}
