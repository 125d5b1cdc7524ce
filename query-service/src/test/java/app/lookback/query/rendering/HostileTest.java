package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an author writes, no reader's browser runs it. */
class HostileTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Renderer RAW = new Renderer(true);
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
        assertThat(RAW.render(source).html()).doesNotContainPattern(RUNS);
    }

    /** The kinds of the OWASP cheat sheet on evading filters of cross-site scripting. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
                "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+steal(1)//'>",
                "<IMG SRC=\"javascript:steal();\">",
                "<IMG SRC=javascript:steal()>",
                "<IMG SRC=JaVaScRiPt:steal()>",
                "<IMG SRC=`javascript:steal(\"it's\")`>",
                "\\<a onmouseover=\"steal()\"\\>x\\</a\\>",
                "<a onmouseover=steal()>x</a>",
                "<IMG \"\"\"><SCRIPT>steal()</SCRIPT>\"\\>",
                "<IMG SRC=javascript:steal(String.fromCharCode(88,83,83))>",
                "<IMG SRC=# onmouseover=\"steal()\">",
                "<IMG SRC= onmouseover=\"steal()\">",
                "<IMG onmouseover=\"steal()\">",
                "<IMG SRC=/ onerror=\"steal()\"></img>",
                "<img src=x onerror=\"&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116\">",
                "<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;steal()>",
                "<IMG SRC=&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058;steal()>",
                "<IMG SRC=&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;steal()>",
                "<a href=\"jav\tascript:steal();\">x</a>",
                "<a href=\"jav&#x09;ascript:steal();\">x</a>",
                "<a href=\"jav&#x0A;ascript:steal();\">x</a>",
                "<a href=\"jav&#x0D;ascript:steal();\">x</a>",
                "<a href=\" &#14;  javascript:steal();\">x</a>",
                "<SCRIPT/XSS SRC=\"https://evil.example/x.js\"></SCRIPT>",
                "<BODY onload!#$%&()*~+-_.,:;?@[/|\\]^`=steal()>",
                "<<SCRIPT>steal();//\\<</SCRIPT>",
                "<SCRIPT SRC=https://evil.example/x.js?< B >",
                "<SCRIPT SRC=//evil.example/.j>",
                "<IMG SRC=\"`<javascript:steal()>`\"",
                "\\\";steal();//",
                "</script><script>steal();</script>",
                "</TITLE><SCRIPT>steal();</SCRIPT>",
                "<INPUT TYPE=\"IMAGE\" SRC=\"javascript:steal();\">",
                "<BODY BACKGROUND=\"javascript:steal()\">",
                "<IMG DYNSRC=\"javascript:steal()\">",
                "<STYLE>li {list-style-image: url(\"javascript:steal()\");}</STYLE><UL><LI>x",
                "<IMG SRC='vbscript:steal(\"x\")'>",
                "<svg/onload=steal()>",
                "<BODY ONLOAD=steal()>",
                "<BGSOUND SRC=\"javascript:steal();\">",
                "<BR SIZE=\"&{steal()}\">",
                "<LINK REL=\"stylesheet\" HREF=\"javascript:steal();\">",
                "<STYLE>@import'https://evil.example/x.css';</STYLE>",
                "<META HTTP-EQUIV=\"Link\" Content=\"<https://evil.example/x.css>; REL=stylesheet\">",
                "<IMG STYLE=\"xss:expr/*x*/ession(steal())\">",
                "<META HTTP-EQUIV=\"refresh\" CONTENT=\"0;url=javascript:steal();\">",
                "<IFRAME SRC=\"javascript:steal();\"></IFRAME>",
                "<IFRAME SRC=# onmouseover=\"steal()\"></IFRAME>",
                "<FRAMESET><FRAME SRC=\"javascript:steal();\"></FRAMESET>",
                "<TABLE BACKGROUND=\"javascript:steal()\"><TD BACKGROUND=\"javascript:steal()\">",
                "<DIV STYLE=\"background-image: url(javascript:steal())\">",
                "<!--[if gte IE 4]><SCRIPT>steal();</SCRIPT><![endif]-->",
                "<BASE HREF=\"javascript:steal();//\">",
                "<OBJECT TYPE=\"text/x-scriptlet\" DATA=\"https://evil.example/x.html\"></OBJECT>",
                "<EMBED SRC=\"data:image/svg+xml;base64,PHN2Zz4=\" type=\"image/svg+xml\" AllowScriptAccess=\"always\"></EMBED>",
                "<XML ID=\"x\"><I><B>&lt;IMG SRC=\"javas<!-- -->cript:steal()\"&gt;</B></I></XML>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
                "<math><mi//xlink:href=\"data:x,<script>steal()</script>\">",
                "<noscript><p title=\"</noscript><img src=x onerror=steal()>\">",
                "<details open ontoggle=steal()>",
                "<form><button formaction=javascript:steal()>x",
                "<img title=\"{{< figure src=x alt=` onerror=steal() ` >}}\">",
                "<a title='{{< x >}}{{< figure src=`y` alt=` onclick=steal() ` >}}{{< /x >}}' href=/>x</a>",
                "<div title=\"{{< highlight go >}} onclick=steal() {{< /highlight >}}\">x</div>",
            })
    void nothing_runs_of_what_is_known_to_pass_filters(String source) {
        for (var around :
                new String[] {"%s", "a %s b", "> - %s", "{{< x >}}\n%s\n{{< /x >}}", "| a |\n|---|\n| %s |"}) {
            var hostile = around.replace("%s", source);

            assertThat(RENDERER.forReaders(hostile).html()).doesNotContainPattern(RUNS);
            assertThat(RAW.forReaders(hostile).html()).doesNotContainPattern(RUNS);
        }
    }

    @Test
    void harmless_html_is_kept_where_a_site_says_so() {
        assertThat(RAW.render(
                                "a <b>c</b><script>steal()</script>\n\n<div class=\"d\" onclick=\"steal()\">\ne\n</div>\n")
                        .html())
                .isEqualTo("<p>a <b>c</b></p>\n<div class=\"d\">\ne\n</div>\n");
    }

    @Test
    void a_shortcode_within_kept_html_is_what_it_is_elsewhere() {
        assertThat(RAW.render("<div>\n{{< figure src=a.png >}}\n</div>\n").html())
                .isEqualTo("<div>\n<figure><img src=\"a.png\" />\n</figure>\n\n</div>\n");
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
                .contains("<pre>&gt; &gt;")
                .contains("&lt;script&gt;");
    }

    @Test
    void lone_surrogates_and_control_characters_are_only_text() {
        assertThat(RENDERER.render("a\uD800b\uDC00 \u0007 \u202E").blocks()).hasSize(1);
    }
}
