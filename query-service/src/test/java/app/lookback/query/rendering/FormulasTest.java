package app.lookback.query.rendering;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas are MathML where a post says that it has mathematics, and nothing at all where it does not. */
class FormulasTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Pattern RUNS = Pattern.compile(
            "<(?:script|img|svg|a|iframe|annotation-xml|style)\\b|<[^>]*\\s(?:on[a-z]+|href|src|style)\\s*=");

    private static String html(String markdown) {
        return RENDERER.forReaders("---\nmath: true\n---\n" + markdown).html();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "a $x^2$ b                      ¦ x^2",
                "$$x$$ \\[y\\] \\(z\\)          ¦ $x$, $y$, z",
                "it costs $5 and $6             ¦ §§",
                "`$a$` $b$ ``$c` $d$`` ~~~$e$~~~ ¦ b",
                "\\$a$ $ b$ $c $ $$             ¦ §§",
                "$a\\$b$                        ¦ a\\$b",
                "$a`b$ `c$`                     ¦ §§",
            })
    void formulas_stand_between_dollars_or_brackets(String markdown, String formulas) {
        assertThat(Formula.in(markdown).stream()
                        .map(each -> each.displayed() ? "$" + each.tex() + "$" : each.tex())
                        .collect(joining(", ")))
                .isEqualTo(formulas);
    }

    @Test
    void a_formula_is_mathml_that_keeps_its_tex() {
        assertThat(html("a $\\frac{x_1}{2}$ *b*")).isEqualTo("""
                <p>a <math><semantics><mrow><mfrac><msub><mi>x</mi><mn>1</mn></msub><mn>2</mn></mfrac></mrow>\
                <annotation encoding="application/x-tex">\\frac{x_1}{2}</annotation></semantics></math> <em>b</em></p>
                """);
    }

    @Test
    void a_space_holds_nothing_of_what_follows() {
        assertThat(html("$a\\quad b$")).contains("<mspace width=\"1em\"></mspace><mi>b</mi>");
    }

    @Test
    void a_summary_says_a_formula_once() {
        assertThat(RENDERER.summary("---\nmath: true\n---\na $x_1$ b")).isEqualTo("a x1 b");
    }

    @Test
    void markdown_within_a_formula_is_none() {
        assertThat(html("$$\na_1 *b*\n= c\n\\\\\n> d\n$$\n"))
                .startsWith("<p><math display=\"block\">")
                .endsWith("</math></p>\n")
                .doesNotContain("<em>", "<blockquote>", "<h1");
    }

    @Test
    void code_and_addresses_keep_their_dollars() {
        assertThat(html("    $a$\n\n[b](/c$d$)\n")).isEqualTo("""
                <pre><code>$a$
                </code></pre>
                <p><a href="/c$d$">b</a></p>
                """);
    }

    @Test
    void where_a_post_does_not_ask_for_mathematics_dollars_are_dollars() {
        assertThat(RENDERER.render("$a_1$ \\(b\\)").html()).isEqualTo("<p>$a_1$ (b)</p>\n");
    }

    @Test
    void what_cannot_be_read_stays_tex_and_is_told_with_its_line() {
        var rendered = RENDERER.render("---\nmath: true\n---\na\n\n$\\frac{<b>$\n");

        assertThat(rendered.whole()).isTrue();
        assertThat(rendered.problems())
                .singleElement()
                .asString()
                .startsWith("Line 6: the formula cannot be read, so it stays as it is written. KaTeX");
        assertThat(rendered.html()).contains("<code class=\"formula\">$\\frac{&lt;b&gt;$</code>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$\\href{javascript:steal()}{x}$",
                "$\\url{javascript:steal()}$",
                "$\\includegraphics{x}$",
                "$\\htmlStyle{color:red}{x}$",
                "$\\text{<img src=x onerror=steal()>}$",
                "$</annotation></semantics></math><script>steal()</script>$",
                "$\\color{red\" onclick=\"x}{y}$",
                "$\\def\\a{\\a\\a}\\a$",
                "$x^{\"}$ <img src=x onerror=steal()>",
            })
    void a_formula_runs_nothing(String markdown) {
        assertThat(html(markdown)).doesNotContainPattern(RUNS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$a", "\\(", "\\[a ", "$$\n", "`$", "$x$ ", "${", "$\\frac"})
    void many_openings_are_a_page_soon(String piece) {
        var rendered =
                assertTimeout(Duration.ofSeconds(15), () -> html(piece.repeat(50_000 / piece.length()) + " end"));

        assertThat(rendered).contains("end");
    }
}
