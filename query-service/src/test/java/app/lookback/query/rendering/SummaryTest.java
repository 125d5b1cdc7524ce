package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Renderer RENDERER = new Renderer();

    @Test
    void the_front_matter_says_it_first() {
        assertThat(RENDERER.summary("---\nsummary: Tea.\n---\na <!--more--> b")).isEqualTo("Tea.");
    }

    @Test
    void otherwise_it_is_what_stands_before_the_divider() {
        assertThat(RENDERER.summary(
                        "---\ntitle: a\n---\n# Tea\n\n*Green* & \"black\" tea.{{< cup >}} <!--more--> Cake."))
                .isEqualTo("Tea Green & “black” tea.");
    }

    @Test
    void otherwise_it_is_the_first_seventy_words() {
        assertThat(RENDERER.summary("tea ".repeat(100)))
                .isEqualTo("tea ".repeat(70).strip() + "…");
        assertThat(RENDERER.summary("tea\n".repeat(70)))
                .isEqualTo("tea ".repeat(70).strip());
    }

    @Test
    void without_spaces_it_ends_all_the_same() {
        assertThat(RENDERER.summary("背中".repeat(500))).hasSize(501).endsWith("…");
    }

    @Test
    void words_of_different_cells_and_lines_are_different_words() {
        assertThat(RENDERER.summary("| year | what |\n| - | - |\n| 1926 | shown |\n\n- a\n- b\n\nc  \nd\n"))
                .isEqualTo("year what 1926 shown a b c d");
    }

    @Test
    void nothing_has_an_empty_one() {
        assertThat(RENDERER.summary("---\ntitle: a\n---\n")).isEmpty();
    }
}
