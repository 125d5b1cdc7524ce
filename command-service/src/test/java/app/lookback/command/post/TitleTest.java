package app.lookback.command.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.platform.Body.Malformed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {

    @Test
    void a_new_post_begins_with_its_title_and_the_day() {
        assertThat(Title.of(" He said \"C:\\\" 映画 ").frontMatter(Instant.parse("2026-11-23T23:59:00Z")))
                .isEqualTo("""
                        +++
                        title = "He said \\"C:\\\\\\" 映画"
                        date = 2026-11-23
                        +++

                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "a\u0000b", "half \ud83d", "tab\tbed"})
    void a_title_is_one_line_of_whole_characters(String title) {
        assertThatThrownBy(() -> Title.of(title)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_title_has_200_characters_at_most() {
        assertThat(Title.of("😀".repeat(200)).text()).hasSize(400);
        assertThatThrownBy(() -> Title.of("x".repeat(201))).isInstanceOf(Malformed.class);
    }
}
