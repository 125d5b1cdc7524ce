package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever pieces of Markdown, HTML and shortcodes meet each other: a page comes of them, soon, and it runs nothing. */
class FuzzTest {

    private static final int SOURCES = 100;
    private static final int PIECES = 40;
    private static final Renderer STRICT = new Renderer();
    private static final Renderer RAW = new Renderer(true, file -> null);
    private static final Pattern RUNS = Pattern.compile(
            "<(?:script|iframe|object|embed|svg|math(?!>| display=\"block\">)|style|link|meta|base|form)|<[^>]*\\son[a-z]+\\s*=",
            Pattern.CASE_INSENSITIVE);
    private static final String[] MARKDOWN = {
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "> ",
        "- ",
        "1. ",
        "# ",
        "## 背中 {#a .b}",
        "---\n",
        "***",
        "**",
        "*",
        "_",
        "__",
        "~~",
        "~",
        "`",
        "``",
        "```go {linenos=table,hl_lines=[1,\"2-3\"]}\n",
        "```\n",
        "|",
        "|---|:-:|\n",
        ": ",
        "\n: ",
        "[",
        "]",
        "](",
        ")",
        "![",
        "[^1]",
        "[^1]: ",
        "[a]: /b \"c\"\n",
        "[ ] ",
        "[x] ",
        "<",
        ">",
        "<<",
        "&",
        "&amp;",
        "&#0;",
        "\\",
        "\"",
        "'",
        "...",
        "--",
        "https://a.example/",
        "b@c.example",
        "背中を見て、",
        "「音楽」",
        "a",
        "word ",
        "\u0000",
        "\uD83C",
        "\uDF75",
        "\u202E",
        "{",
        "}",
        "$",
        "$$",
        "$x^2$",
        "\\(",
        "\\)",
        "[k]({{< ref \"l.md\" >}})",
    };
    private static final String[] HOSTILE = {
        "<script>",
        "</script>",
        "<b onclick=x>",
        "<img src=x onerror=x>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<![CDATA[",
        "]]>",
        "<div title=\"",
        "<style>",
        "<a href='",
        "\">",
        "'>",
        " onload=x ",
        "javascript:",
        "data:text/html,",
        "<svg/onload=x>",
        "</p>",
        "</div>",
        "<pre>",
        "{{< figure src=x alt=` onerror=x ` >}}",
        "{{< x >}}",
        "{{< /x >}}",
        "{{% x %}}",
        "{{% /x %}}",
        "{{< highlight go `hl_lines=1`>}}",
        "{{< /highlight >}}",
        "{{< details summary=`<b>` >}}",
        "{{< /details >}}",
        "{{</* x */>}}",
        "{{<",
        ">}}",
        "<!--more-->",
        "{{< qr text=x />}}",
        "{{< param title >}}",
        "$</math><script>$",
        "$\\href{javascript:x}{",
        "{{< comment >}}",
        "{{< /comment >}}",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pages_come_of_anything_and_run_nothing(long seed) {
        var random = new Random(seed);
        for (var number = 0; number < SOURCES; number++) {
            var source = source(random);
            var name = "seed %d, source %d: %s".formatted(seed, number, source);

            assertTimeout(Duration.ofSeconds(10), () -> check(source, name), name);
        }
    }

    private static void check(String source, String name) {
        for (var renderer : new Renderer[] {STRICT, RAW}) {
            var authors = renderer.render(source);

            assertThat(authors.problems()).as(name).noneMatch(problem -> problem.contains("parser failed"));
            assertThat(authors.html())
                    .as(name)
                    .doesNotContainPattern(RUNS)
                    .doesNotContainPattern("standin0x|shortcode0x");
            assertThat(renderer.forReaders(source).html()).as(name).doesNotContainPattern(RUNS);
        }
    }

    private static String source(Random random) {
        var source = new StringBuilder(random.nextInt(4) == 0 ? "---\ntitle: <b>\nmath: true\n---\n" : "");
        for (var piece = random.nextInt(PIECES); piece >= 0; piece--) {
            var pieces = random.nextInt(3) == 0 ? HOSTILE : MARKDOWN;
            source.append(pieces[random.nextInt(pieces.length)]);
        }
        return source.toString();
    }

    @Test
    void the_same_source_is_always_the_same_page() {
        var source = source(new Random(5));

        assertThat(STRICT.render(source)).isEqualTo(STRICT.render(source));
    }
}
