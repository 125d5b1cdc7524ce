package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an author writes, no reader's browser runs it. */
class HostileTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Pattern RUNS = Pattern.compile(
            "<(?:script|iframe|object|embed|svg|math|style|link|meta|base|form|video|audio|button|template)"
                    + "|<[^>]*\\son[a-z]+\\s*="
                    + "|<[^>]*(?:href|src)=\"[\\s\\p{Cntrl}]*(?:javascript|vbscript|data|file):",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>steal()</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=steal()>",
                "a <svg/onload=steal()> b",
                "<iframe srcdoc='<script>steal()</script>'></iframe>",
                "<a href=\"java\nscript:steal()\">x</a>",
                "[x](javascript:steal())",
                "[x](JaVaScRiPt:steal())",
                "[x](&#106;avascript:steal())",
                "[x](&#x6A;&#x61;vascript&colon;steal())",
                "[x](java\\script:steal())",
                "[x](<javascript:steal() \"y\">)",
                "[x](\u0001javascript:steal())",
                "[x](vbscript:steal())",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](data:image/svg+xml,<svg/onload=steal()>)",
                "![x\" onerror=\"steal()](y)",
                "![x](y\"onerror=\"steal())",
                "[x](y 'z\" onmouseover=\"steal()')",
                "[x]: javascript:steal()\n\n[x]",
                "<javascript:steal()>",
                "# x {#a onclick=steal()}",
                "# x {#a\"onclick=\"steal() .b}",
                "# x {class='\"><script>steal()</script>'}",
                "```\"onclick=\"steal()\nx\n```",
                "```x {.a\"onclick=\"steal()}\nx\n```",
                "[^x\"onclick=\"steal()]\n\n[^x\"onclick=\"steal()]: y",
                "{{< figure src=\"javascript:steal()\" >}}",
                "{{< figure src=\"x\\\" onerror=\\\"steal()\" >}}",
                "{{< figure src=x link=\"&#106;avascript:steal()\" >}}",
                "{{< figure src=x caption=\"<script>steal()</script>\" >}}",
                "{{< figure src=x title=\"</h4><script>steal()</script>\" >}}",
                "{{< figure src=x class=`\"><script>steal()</script>` >}}",
                "{{< figure src=x width=`1\" onload=\"steal()` >}}",
                "{{< figure src=x link=y target=`\"><script>` rel=`\"><script>` >}}",
                "{{< youtube \"\\\"><script>steal()</script>\" >}}",
                "{{< gist \"../..\" \"javascript:steal()\" >}}",
                "{{< <script>steal()</script> >}}",
                "{{< x \"<script>steal()</script>\" >}}<script>steal()</script>{{< /x >}}",
                "{{% x %}}<img src=x onerror=steal()>{{% /x %}}",
                "---\nx: <script>steal()</script>\n---\n{{% param x %}}{{< param x >}}[y]({{< param x >}})",
                "[x]({{< ref \"javascript:steal()\" >}})",
                "---\nx: 'javascript:steal()'\n---\n[y]({{< param x >}})",
                "| <script> |\n|---|\n| <img onerror=steal()> |",
                "<<script>steal()</script>>",
                "<!--><script>steal()</script>-->",
                "<![CDATA[<script>steal()</script>]]>",
                "</p><script>steal()</script>",
                "`</code><script>steal()</script>`",
                "x@y.z\"onclick=\"steal()",
                "https://x.example/\"onclick=\"steal()",
                "\0<script\0>steal()</script>",
            })
    void nothing_runs(String source) {
        assertThat(RENDERER.render(source).html()).doesNotContainPattern(RUNS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<base href=//evil.example>", "<form action=//evil.example>", "<p style='position:fixed'>"})
    void nothing_takes_over_the_page(String source) {
        assertThat(RENDERER.render(source).html()).isEqualTo("<!-- raw HTML omitted -->\n");
    }

    @Test
    void front_matter_that_cannot_be_read_is_never_html() {
        assertThat(RENDERER.render("+++\n<script>steal()</script>").html()).doesNotContainPattern(RUNS);
    }

    @Test
    void plain_text_in_place_of_a_page_is_escaped() {
        assertThat(RENDERER.render("> ".repeat(500) + "<script>steal()</script>")
                        .html())
                .startsWith("<pre>&gt; &gt;")
                .contains("&lt;script&gt;");
    }

    @Test
    void lone_surrogates_and_control_characters_are_only_text() {
        assertThat(RENDERER.render("a\uD800b\uDC00 \u0007 \u202E").blocks()).hasSize(1);
    }
}
