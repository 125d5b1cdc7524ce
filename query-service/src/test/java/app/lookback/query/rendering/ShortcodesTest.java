package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodesTest {

    private static final Renderer RENDERER = new Renderer();

    private static String html(String source) {
        return RENDERER.render(source).html();
    }

    @Test
    void a_figure_needs_no_more_than_its_image() {
        assertThat(html("{{< figure src=\"/images/tea.png\" >}}"))
                .isEqualTo("<figure><img src=\"/images/tea.png\" />\n</figure>\n");
    }

    @Test
    void a_figure_has_all_of_hugos_values() {
        assertThat(html("""
                        {{< figure src=`tea.png` alt="A cup" title="Tea *now*" caption="In *Uji* \\"here\\""
                          link="https://tea.example/" target="_blank" rel="license" attr="By me" attrlink="/me"
                          class="wide" width=640 height="480" loading="lazy" >}}
                        """)).isEqualTo("""
                        <figure class="wide"><a href="https://tea.example/" target="_blank" rel="license">\
                        <img src="tea.png" alt="A cup" width="640" height="480" loading="lazy" /></a><figcaption>
                        <h4>Tea *now*</h4><p>In <em>Uji</em> “here”
                        <a href="/me">By me</a></p>
                        </figcaption>
                        </figure>
                        """);
    }

    @Test
    void a_caption_is_the_alternative_text_where_none_is_given() {
        assertThat(html("{{< figure src=a.png caption=\"*Green* <b>tea</b>\" >}}"))
                .contains("alt=\"Green tea\"");
    }

    @ParameterizedTest
    @CsvSource({
        "tea.md, /posts/tea/",
        "/about.md, /about/",
        "notes/My Tea.md#leaf, /notes/my-tea/#leaf",
        "posts/tea/index.md, /posts/tea/",
        "#leaf, #leaf",
    })
    void a_reference_is_a_link_by_path(String path, String address) {
        assertThat(html("[a]({{< relref \"" + path + "\" >}}) [b]({{% ref \"" + path + "\" %}})"))
                .isEqualTo("<p><a href=\"%s\">a</a> <a href=\"%s\">b</a></p>\n".formatted(address, address));
    }

    @Test
    void a_param_is_what_the_front_matter_says_also_in_code() {
        assertThat(html("---\nCup: <big>\n---\n{{< param cup >}} `{{< param \"Cup\" >}}`"))
                .isEqualTo("<p>&lt;big&gt; <code>&lt;big&gt;</code></p>\n");
    }

    @Test
    void what_loads_from_elsewhere_is_a_link() {
        assertThat(html("{{< youtube abc123 >}}\n\n{{< vimeo id=42 title=\"Tea\" >}}\n"))
                .isEqualTo("""
                <p><a class="embed" href="https://www.youtube.com/watch?v&#61;abc123">YouTube</a></p>
                <p><a class="embed" href="https://vimeo.com/42">Vimeo: Tea</a></p>
                """);
    }

    @Test
    void highlighted_code_is_code() {
        assertThat(html("{{< highlight go \"linenos=table\" >}}\nx := *y*\n{{< /highlight >}}"))
                .isEqualTo("""
                        <div class="highlight"><div>
                        <table><tr><td>
                        <pre tabindex="0"><code><span class="ln">1
                        </span></code></pre></td>
                        <td>
                        <pre tabindex="0"><code class="language-go" data-lang="go"><span class="chroma">x <span class="o">:&#61; *</span>y\
                        <span class="o">*</span></span></code></pre>\
                        </td></tr></table>
                        </div>
                        </div>""");
    }

    @Test
    void an_unknown_shortcode_is_shown_as_what_it_is() {
        assertThat(html("{{< cup size=\"big\" >}}\n\nIn {{< cup >}} text.")).isEqualTo("""
                <div class="shortcode"><code>{{&lt; cup size&#61;&#34;big&#34; &gt;}}</code></div>
                <p>In <span class="shortcode">{{&lt; cup &gt;}}</span> text.</p>
                """);
    }

    @Test
    void what_an_unknown_shortcode_encloses_is_rendered() {
        assertThat(html("{{< tip >}}\nDrink *tea*.\n{{< /tip >}}")).isEqualTo("""
                <div class="shortcode"><code>{{&lt; tip &gt;}}</code>
                <p>Drink <em>tea</em>.</p>
                </div>
                """);
    }

    @Test
    void readers_see_only_what_an_unknown_shortcode_encloses() {
        assertThat(RENDERER.forReaders(
                                "{{< tip >}}\nDrink *tea*.\n{{< /tip >}}\n\nIn {{< cup >}}text {{< b >}}*c*{{< /b >}}.")
                        .html())
                .isEqualTo("<p>Drink <em>tea</em>.</p>\n<p>In text <em>c</em>.</p>\n");
    }

    @Test
    void a_figure_in_a_line_stays_in_its_paragraph() {
        assertThat(html("a {{< figure src=\"b.png\" >}} c"))
                .isEqualTo("<p>a <figure><img src=\"b.png\" />\n</figure>\n c</p>\n");
    }

    @Test
    void details_open_when_their_summary_is_pressed() {
        assertThat(
                        html(
                                "{{< details summary=\"*More*\" open=true name=\"tea\" onclick=\"steal()\" >}}\n- green\n{{< /details >}}"))
                .isEqualTo("""
                        <details name="tea" open="">
                        <summary><em>More</em></summary>
                        <ul><li>green</li></ul>
                        </details>
                        """);
    }

    @Test
    void a_comment_is_seen_by_nobody() {
        assertThat(html("a{{< comment >}} *b* {{< /comment >}}\n\n{{% comment %}}c{{% /comment %}}"))
                .isEqualTo("<p>a</p>\n");
    }

    @Test
    void a_qr_code_is_a_picture_in_the_page() {
        assertThat(html("{{< qr text=\"https://tea.example/\" scale=2 alt=\"Tea\" />}}"))
                .startsWith("<img src=\"data:image/png;base64,")
                .contains("width=\"66\" height=\"66\" alt=\"Tea\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{< qr />}}", "{{< qr scale=a >}} {{< /qr >}}"})
    void a_qr_code_of_nothing_is_shown_as_what_it_is(String source) {
        assertThat(html(source)).startsWith("<div class=\"shortcode\">");
    }

    @Test
    void a_commented_shortcode_is_shown_without_its_comment() {
        assertThat(html("`{{</* tea a=\"b\" */>}}`"))
                .isEqualTo("<p><code>{{&lt; tea a&#61;&#34;b&#34; &gt;}}</code></p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{<", "{{< >}}", "{{< a", "{{< a=\"b >}}", "{{% a >}}", "{{</* a >}}", "{{< /a"})
    void what_is_no_shortcode_is_text(String source) {
        assertThat(html(source)).startsWith("<p>{{").doesNotContain("shortcode");
    }

    @Test
    void a_shortcode_on_many_lines_moves_no_line() {
        var blocks = RENDERER.render("---\ntitle: a\n---\n{{< figure\n  src=a\n>}}\n\nb\n\n<!--more-->\n\nc")
                .blocks();

        assertThat(blocks).extracting(Block::line).containsExactly(4, 8, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.b/{{< param c >}}", "d@e.f{{< param c >}}", "<https://a.b/{{< param c >}}>"})
    void a_shortcode_at_an_address_becomes_part_of_it(String markdown) {
        assertThat(html("---\nc: tea\n---\n" + markdown)).contains("tea\">").doesNotContain("shortcode");
    }

    @Test
    void words_that_stand_in_for_shortcodes_are_never_taken_from_the_text() {
        var source = "shortcode0x0E standin0xomittedx {{< param a >}} <b>";

        assertThat(html(source))
                .startsWith("<p>shortcode0x0E standin0xomittedx ")
                .contains("<!-- raw HTML omitted -->");
    }
}
