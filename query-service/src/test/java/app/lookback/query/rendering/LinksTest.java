package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to other posts by their files: to where these are, or to nowhere. */
class LinksTest {

    private static final Map<String, String> POSTS =
            Map.of("posts/tea", "/posts/tea/", "/posts/tea", "/posts/tea/", "tea", "/posts/tea/");
    private static final Renderer RENDERER = new Renderer(false, POSTS::get);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ref \"posts/tea.md\"          | /posts/tea/",
                "relref \"/posts/tea\"         | /posts/tea/",
                "ref \"./Tea.md\"              | /posts/tea/",
                "ref \"tea.en.md#cup\"         | /posts/tea/#cup",
                "ref path=\"posts/tea/index.md\" lang=\"ja\" | /posts/tea/",
                "ref \"#cup\"                  | #cup",
                "ref \"_index.md\"             | /",
                "ref \"https://cake.example/\" | https://cake.example/",
            })
    void a_link_leads_to_where_the_post_is(String shortcode, String address) {
        for (var written : new String[] {"{{< " + shortcode + " >}}", "{{% " + shortcode + " %}}"}) {
            assertThat(RENDERER.render("[a *b*](" + written + ")").html())
                    .isEqualTo("<p><a href=\"" + address + "\">a <em>b</em></a></p>\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a *b*]({{< ref \"cake.md\" >}})",
                "[a *b*]({{% relref \"cake.md#x\" %}} \"t\")",
                "[a *b*][c]\n\n[c]: {{< ref cake.md >}}\n"
            })
    void a_link_to_no_post_is_its_text_to_readers(String markdown) {
        assertThat(RENDERER.forReaders(markdown).html()).isEqualTo("<p>a <em>b</em></p>\n");
    }

    @Test
    void a_link_to_no_post_is_marked_for_its_authors_and_named_with_its_line() {
        var rendered = RENDERER.render("---\ntitle: A\n---\n\nb\n\n> [c]({{< ref \"<cake>.md\" >}})\n");

        assertThat(rendered.whole()).isTrue();
        assertThat(rendered.problems())
                .containsExactly(
                        "Line 7: {{< ref \"<cake>.md\" >}} leads to no post; readers see its text and no link.");
        assertThat(rendered.html()).contains("<p>c <span class=\"shortcode broken\">&lt;cake&gt;.md?</span></p>");
    }

    @Test
    void a_library_that_does_not_answer_makes_no_link_broken() {
        var renderer = new Renderer(false, file -> {
            throw new IllegalStateException("away");
        });

        assertThat(renderer.forReaders("a").whole()).isTrue();
        assertThatThrownBy(() -> renderer.forReaders("[a]({{< ref \"b\" >}})")).hasRootCauseMessage("away");
    }
}
