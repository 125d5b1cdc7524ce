package app.lookback.query.rendering;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What would keep a parser busy for minutes or overflow its stack is shown as plain text, soon. */
class BoundsTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Duration SOON = Duration.ofSeconds(15);

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void a_source_that_would_take_too_long_is_plain_text(String name, String source) {
        var rendered = assertTimeout(SOON, () -> RENDERER.render(source));

        assertThat(rendered.problems()).singleElement().asString().startsWith("The post cannot be rendered");
        assertThat(rendered.html()).startsWith("<p class=\"problem\">").contains("<pre>", "end");
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                arguments("quotes", ">".repeat(100_000) + "end"),
                arguments("lists", "- ".repeat(100_000) + "end"),
                arguments("quotes and lists", "> - ".repeat(100_000) + "end"),
                arguments("stairs of lists", stairs(1_200) + "end"),
                arguments("emphasis in emphasis", "*".repeat(100_000) + "end" + "*".repeat(100_000)),
                arguments("emphasis by turns", "*a **b ".repeat(20_000) + "c* d**".repeat(20_000) + "end"),
                arguments("links that begin", "[a](".repeat(20_000) + "end"),
                arguments("definitions", numbered(20_000, "[a%d]: b\n") + "end"),
                arguments("growing runs of backticks", growing(800) + "end"),
                arguments("declarations", "x <!A ".repeat(20_000) + "end"),
                arguments("processing instructions", "a <?".repeat(50_000) + "end"),
                arguments("too long a source", "a ".repeat(1_000_000) + "end"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lengthy")
    void a_source_that_is_only_long_is_rendered(String name, String source) {
        var rendered = assertTimeout(SOON, () -> RENDERER.render(source));

        assertThat(rendered.problems()).isEmpty();
        assertThat(rendered.html()).contains("end").doesNotStartWith("<pre>");
    }

    static Stream<Arguments> lengthy() {
        return Stream.of(
                arguments("paragraphs", "Green *tea* and \"black\".\n\n".repeat(10_000) + "end"),
                arguments("lines of one paragraph", "green tea\n".repeat(50_000) + "end"),
                arguments("Japanese", "背中を見て、背中を追う。".repeat(20_000) + "end"),
                arguments("headings", "# tea\n".repeat(10_000) + "end"),
                arguments("quotation marks", "'".repeat(50_000) + "end"),
                arguments("footnotes", numbered(2_000, "[^%d]: b\n\n") + numbered(2_000, "x[^%d] ") + "end"),
                arguments("rows", "a|b\n-|-\n" + "c|d\n".repeat(10_000) + "end"),
                arguments("a table too wide", "|" + "a|".repeat(1_000) + "\n|" + "-|".repeat(1_000) + "\nend"),
                arguments("shortcodes", "{{< tea >}} ".repeat(6_000) + "end"),
                arguments("shortcodes in shortcodes", "{{< a >}}".repeat(2_000) + "end" + "{{< /a >}}".repeat(2_000)),
                arguments("comments that never end", "{{</* ".repeat(20_000) + "end"),
                arguments("addresses", "https://tea.example/ ".repeat(5_000) + "end"),
                arguments("brackets", "[a]".repeat(20_000) + "end"),
                arguments("code that begins", "`` a ` ".repeat(20_000) + "end"),
                arguments("entities", "&amp;".repeat(20_000) + "end"),
                arguments("tags", "<x>".repeat(20_000) + "end"),
                arguments("mail addresses", "a@b.example ".repeat(10_000) + "end"));
    }

    @ParameterizedTest
    @MethodSource("excesses")
    void its_authors_are_told_where_it_asks_for_too_much(String much, int line) {
        var rendered = RENDERER.render("---\ntitle: a\n---\nb\n\n" + much);

        assertThat(rendered.problems()).singleElement().asString().endsWith(" See near line " + line + ".");
        assertThat(rendered.whole()).isFalse();
    }

    static Stream<Arguments> excesses() {
        return Stream.of(arguments("> ".repeat(101), 6), arguments("c\n\n" + numbered(501, "[a%d]: b\n"), 508));
    }

    @Test
    void readers_are_not_told_of_problems() {
        assertThat(RENDERER.forReaders("---\na: [\n---\nb").html()).isEqualTo("<p>b</p>\n");
    }

    @Test
    void a_fence_may_hold_anything() {
        var code = "    ".repeat(50) + "deep\n" + "=".repeat(500) + "\n" + "|".repeat(500);

        assertThat(RENDERER.render("```\n" + code + "\n```").problems()).isEmpty();
    }

    private static String stairs(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(step -> "  ".repeat(step) + "- a\n")
                .collect(joining());
    }

    private static String numbered(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(joining());
    }

    private static String growing(int count) {
        return IntStream.range(1, count)
                .mapToObj(length -> "`".repeat(length) + "a")
                .collect(joining());
    }
}
