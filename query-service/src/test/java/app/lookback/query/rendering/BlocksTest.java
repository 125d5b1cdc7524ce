package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final Renderer RENDERER = new Renderer();
    private static final String SOURCE = """
            +++
            title = 'Tea'
            +++
            # Tea

            Green[^1] *and*
            black.

            - Uji
            - Assam

            [^1]: 緑茶
            """;

    @Test
    void each_node_at_the_top_is_a_block_with_its_line() {
        assertThat(RENDERER.render(SOURCE).blocks()).extracting(Block::line).containsExactly(4, 6, 9, 12);
    }

    @Test
    void the_blocks_together_are_the_page() {
        var rendered = RENDERER.render(SOURCE);

        assertThat(rendered.html())
                .isEqualTo(String.join(
                        "", rendered.blocks().stream().map(Block::html).toList()));
    }

    @Test
    void only_what_changed_has_a_new_id() {
        var before = RENDERER.render(SOURCE).blocks();
        var after = RENDERER.render(SOURCE.replace("black", "white")).blocks();
        var changed = new HashSet<>(after.stream().map(Block::id).toList());
        before.forEach(block -> changed.remove(block.id()));

        assertThat(changed).containsExactly(after.get(1).id());
    }

    @Test
    void an_id_is_a_hash_of_the_html_alone() {
        assertThat(RENDERER.render("a").blocks().get(0).id())
                .isEqualTo(RENDERER.render("\n\na").blocks().get(0).id())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void an_empty_source_has_no_blocks() {
        assertThat(RENDERER.render("").blocks()).isEmpty();
        assertThat(RENDERER.render(" \n\n").blocks()).isEmpty();
    }

    @Test
    void a_problem_of_the_front_matter_is_told_and_the_body_rendered() {
        var rendered = RENDERER.render("---\ntitle: [\n---\n*a*");

        assertThat(rendered.problems()).singleElement().asString().contains("front matter");
        assertThat(rendered.html())
                .isEqualTo(
                        "<p class=\"problem\">The front matter cannot be read as YAML near line 2.</p>\n<p><em>a</em></p>\n");
    }
}
