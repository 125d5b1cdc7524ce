package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template makes of a call; what it writes where was looked up in Hugo 0.111.3. */
class TemplatesTest {

    private static final Pattern RUNS = Pattern.compile(
            "<(?:script|iframe|object|embed|svg|style|link|meta|base|form|button|textarea)"
                    + "|<[^>]*\\son[a-z]+\\s*="
                    + "|<[^>]*(?:href|src)=\"[\\s\\p{Cntrl}]*(?:javascript|vbscript|data|file):",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, String> templates = new HashMap<>();
    private final Renderer renderer = new Renderer(false, Posts.BY_THEIR_FILES, new TemplateFiles() {
        @Override
        public TemplateFile shortcode(String name) {
            return file(name);
        }

        @Override
        public SiteValues site() {
            return new SiteValues("Films", Map.of("author", "Ada", "cdn", Map.of("host", "c.example")));
        }
    });

    private TemplateFile file(String name) {
        var text = templates.get(name);
        return text == null
                ? null
                : new TemplateFile("layouts/shortcodes/" + name + ".html", name + text.hashCode(), () -> text);
    }

    private Rendered authors(String source) {
        return renderer.render(source);
    }

    private String readers(String source) {
        return renderer.forReaders(source).html();
    }

    private String said(String template) {
        templates.put("own", "<p>" + template + "</p>");
        var rendered = renderer.forReaders("---\ntitle: A & B\nfoo: bar\n---\n{{< own one `t wo` 5 true >}}");
        assertThat(rendered.problems()).isEmpty();
        return rendered.html().replaceAll("^<p>|</p>$", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {{ title "the lord of the rings and a day" }} ~ The Lord of the Rings and a Day
            {{ title "HELLO wOrld" }}                     ~ HELLO WOrld
            {{ urlize "Hello, Wörld & More (x)!" }}       ~ hello-w%C3%B6rld-more-x
            {{ anchorize "Hello, Wörld & More" }}         ~ hello-wörld--more
            {{ printf "%s %d %v" "a" 5 true }}            ~ a 5 true
            {{ printf "%05.2f %3d|%-4s|%x" 1.5 7 "x" 255 }} ~ 01.50   7|x   |ff
            {{ printf "%d %s %%" "str" 5 }}               ~ %!d(string&#61;str) %!s(int&#61;5) %
            {{ printf "%s" }}                             ~ %!s(MISSING)
            {{ len "é" }} {{ len .Params }}               ~ 2 4
            {{ slice 1 "a" true }} {{ dict "b" 1 "a" 2 }} ~ [1 a true] map[a:2 b:1]
            {{ default "x" 0 }} {{ default "x" false }} {{ "a" | default "z" }} ~ x false a
            {{ eq 5 "5" }} {{ eq 1 1.0 }} {{ lt "a" "b" }} {{ ge 5 5 }} ~ false true true true
            {{ eq "a" "b" "a" }} {{ ne 1 2 }} {{ not "" }} ~ true true true
            {{ div 7 2 }} {{ mul 2 1.5 }} {{ mod 7 3 }} {{ add 1 2 3 }} {{ sub 5 1 }} ~ 3 3 1 6 4
            {{ substr "hello" 1 3 }} {{ slicestr "hello" 1 3 }} ~ ell el
            {{ strings.TrimPrefix "he" "hello" }} {{ strings.TrimRight "b" "abb" }} ~ llo a
            {{ delimit (slice "a" "b" "c") ", " " and " }} ~ a, b and c
            {{ first 2 (slice 1 2 3) }} {{ last 1 (slice 1 2 3)}} {{ after 1 (slice 1 2 3) }} ~ [1 2] [3] [2 3]
            {{ seq 3 }} {{ seq 2 4 }} {{ seq 1 2 7 }} {{ seq 2 0 }} ~ [1 2 3] [2 3 4] [1 3 5 7] [2 1 0]
            {{ in "hello" "ell" }} {{ in (slice "a" "b") "b" }} ~ true true
            {{ index (dict "a" 5) "a" }} {{ index .Params 0 }} ~ 5 one
            {{ htmlEscape "<a>" }}                        ~ &amp;lt;a&amp;gt;
            {{ plainify "<b>x</b> y" }}                   ~ x y
            {{ relURL "a/b" }} {{ relURL "https://x.y/z" }} {{ relURL "" }} ~ /a/b https://x.y/z /
            {{ md5 "x" }}                                 ~ 9dd4e461268c8034f5c8564e155c67a6
            {{ strings.Repeat 3 "ab" }}                   ~ ababab
            {{ 2.0 }} {{ int "5" }} {{ float "1.5" }}     ~ 2 5 1.5
            {{ humanize "my-first-post" }}                ~ My first post
            {{ countwords "a b c" }} {{ countrunes "a b c" }} ~ 3 3
            {{ replace "aXbX" "X" "-" }} {{ replace "aXbX" "X" "-" 1 }} ~ a-b- a-bX
            {{ and 1 0 }} {{ or "" "b" }}                 ~ 0 b
            {{ and false (index .Params 9) }}             ~ false
            {{ print "a" 1 2 "b" "c" }}                   ~ a1 2bc
            {{ .Page.Params.foo }} {{ .Page.Param "Foo" }}{{ .Page.Params.nope }} ~ bar bar
            {{ .Page.Title }} {{ .Name }} {{ .Ordinal }} {{ .IsNamedParams }} ~ A &amp; B own 0 false
            {{ with .Get "zz" }}w{{ else }}e{{ end }} {{ .Get 1 }}{{ .Get 9 }} ~ e t wo
            {{ range $k, $v := dict "b" 1 "a" 2 }}{{ $k }}:{{ $v }};{{ end }} ~ a:2;b:1;
            {{ range slice }}x{{ else }}none{{ end }}     ~ none
            {{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ $x := 3 }}{{ end }}{{ $x }} ~ 2
            {{ if eq (.Get 2) 5 }}five{{ end }} {{ if (.Get 3) }}yes{{ end }} ~ five yes
            {{ "a<b" }} {{ printf "<%s>" "b" | safeHTML }}c ~ a&lt;b <b>c</b>
            {{ 3 | printf "%d-%d" 2 }} {{ 'a' }} {{ `raw` }} {{ "\\u0041\\x42\\"" }} ~ 2-3 97 raw AB&#34;
            {{ math.Round 2.5 }} {{ math.Max 1 2 }}       ~ 3 2
            a {{- /* gone }} */ -}} b{{/* too */}}        ~ ab
            {{ .Site.Title }} {{ site.Params.author }} {{ $.Site.Params.CDN.host }} {{ site.Params.none | default "x" }} ~ Films Ada c.example x
            {{- "a" -}} {{ "b" -}}                        ~ ab
            {{ "}}" }}                                    ~ }}
            """)
    void a_function_gives_what_it_gives_in_hugo(String template, String text) {
        assertThat(said(template)).isEqualTo(text);
    }

    @Test
    void a_sites_own_shortcode_is_used_in_the_place_of_an_embedded_one() {
        templates.put("youtube", "<b>{{ .Get 0 }}</b>");

        assertThat(readers("{{< youtube abc >}}")).isEqualTo("<b>abc</b>");
        assertThat(readers("{{< vimeo 42 >}}")).contains("https://vimeo.com/42");
    }

    @Test
    void what_stands_in_percent_signs_becomes_markdown() {
        templates.put("own", "## {{ .Get 0 }}\n\n{{ .Inner }}");

        assertThat(readers("{{% own Tea %}}*green* {{< param title >}}{{% /own %}}"))
                .isEqualTo("<h2 id=\"tea\">Tea</h2>\n<p><em>green</em> </p>\n");
    }

    @Test
    void raw_html_of_a_template_in_percent_signs_is_left_out_as_in_hugo() {
        templates.put("own", "<div>{{ .Inner }}</div>");

        assertThat(readers("{{% own %}}tea{{% /own %}}"))
                .doesNotContain("<div>")
                .contains("<!-- raw HTML omitted -->");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            a\\n{{ partial "y" . }}      ~ 2 ~ 'partial' is not understood
            {{ .Site.BaseURL }}          ~ 1 ~ '.Site.BaseURL' is not understood
            {{ site.Data.x }}            ~ 1 ~ '.Site.Data' is not understood
            {{ $.Page.Site.Menus }}      ~ 1 ~ '.Page.Site.Menus' is not understood
            {{ $.Page.Resources }}       ~ 1 ~ '.Page.Resources' is not understood
            \\n\\n{{ $x }}               ~ 3 ~ the variable $x is not defined
            {{ if true }}a               ~ 1 ~ 'if' has no end
            a{{ end }}                   ~ 1 ~ 'end' ends or parts nothing
            {{ range .Params }}{{ else }}{{ else }}{{ end }} ~ 1 ~ 'range' has no end
            {{ define "x" }}{{ end }}    ~ 1 ~ 'define' is not understood
            {{ upper }}                  ~ 1 ~ 'upper' has 0 values, which are too few
            {{ upper "a" "b" }}          ~ 1 ~ 'upper' has 2 values, which are too many
            {{ .Get "a                   ~ 1 ~ a text is not closed
            {{ .Get                      ~ 1 ~ {{ is not closed
            {{ (upper "a" }}             ~ 1 ~ a parenthesis is not closed
            {{ "a" | }}                  ~ 1 ~ a value is missing
            {{ "a" "b" }}                ~ 1 ~ a value cannot be called with others
            {{ 5 § }}                    ~ 1 ~ '§' is not understood
            \\n{{ index .Params 3 }}     ~ 2 ~ 'index' asks for value 3 of a list that has 0
            {{ range "abc" }}{{ end }}   ~ 1 ~ a text is no list
            {{ with "a" }}{{ .b }}{{ end }} ~ 1 ~ '.b' of a text is not understood
            {{ .Parent.Name }}           ~ 1 ~ '.Name' is asked of nothing
            {{ add "a" 1 }}              ~ 1 ~ a text 'a' is no number
            {{ div 1 0 }}                ~ 1 ~ a number is divided by zero
            {{ errorf "no %s" "src" }}   ~ 1 ~ it says: no src
            """)
    void what_is_not_understood_is_a_box_and_is_told_with_its_line(String template, int line, String what) {
        templates.put("own", template.replace("\\n", "\n"));

        var rendered = authors("Tea\n\n{{< own >}}in{{< /own >}}\n");

        assertThat(rendered.html())
                .contains("<div class=\"shortcode\"><code>{{&lt; own &gt;}}</code>\n<p>in</p>\n</div>");
        assertThat(rendered.problems())
                .containsExactly(
                        "layouts/shortcodes/own.html, line %d: %s, so the template is not used.".formatted(line, what));
        assertThat(readers("Tea\n\n{{< own >}}in{{< /own >}}\n")).isEqualTo("<p>Tea</p>\n<p>in</p>\n");
    }

    @Test
    void what_no_page_may_have_is_named_and_the_rest_is_used() {
        templates.put("own", "<div onclick=\"a()\">\n<script>a()</script>b</div>");

        var rendered = authors("{{< own >}}");

        assertThat(rendered.html()).endsWith("<div>\nb</div>");
        assertThat(rendered.problems())
                .containsExactly(
                        "layouts/shortcodes/own.html, line 1: the attribute onclick is left out of pages.",
                        "layouts/shortcodes/own.html, line 2: <script> is left out of pages.");
    }

    @Test
    void films_sounds_and_names_for_who_cannot_see_are_let_through() {
        templates.put("own", """
                <div role="note" aria-label="A film"><video controls preload="none" poster="/p.png" width="300" autoplay>\
                <source src="{{ .Get 0 }}" type="video/mp4"><track kind="captions" src="/c.vtt" srclang="en"></video>\
                <audio src="javascript:a()" controls></audio></div>""");

        assertThat(readers("{{< own `/a b.mp4` >}}")).isEqualTo("""
                <div role="note" aria-label="A film"><video controls="controls" preload="none" poster="/p.png" width="300">\
                <source src="/a%20b.mp4" type="video/mp4" /><track kind="captions" src="/c.vtt" srclang="en" /></video>\
                <audio controls="controls"></audio></div>""");
    }

    @Test
    void a_template_of_which_nothing_is_left_is_a_box() {
        templates.put("own", "<iframe src=\"https://player.example/{{ .Get 0 }}\"></iframe>");

        assertThat(authors("{{< own 1 >}}").html())
                .contains("<div class=\"shortcode\"><code>{{&lt; own 1 &gt;}}</code></div>");
        assertThat(readers("{{< own 1 >}}").strip()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"{{ .Get 0 }}\">a</a>",
                "<a href='{{ .Get 0 }}'>a</a>",
                "<a href={{ .Get 0 }}>a</a>",
                "<a href=\"{{ .Get 0 | safeURL }}\">a</a>",
                "<a href=\"{{ .Get 0 | safeHTML }}\">a</a>",
                "<a href=\"java{{ .Get 0 | safeURL }}\">a</a>",
                "<a {{ .Get 0 | safeHTMLAttr }}>a</a>",
                "<a {{ .Get 0 }}>a</a>",
                "<{{ .Get 0 }}>a</{{ .Get 0 }}>",
                "<{{ .Get 0 | safeHTML }}>",
                "<img title=\"{{ .Inner }}\" src=x>",
                "<script>{{ .Get 0 }}</script>b",
                "<style>{{ .Get 0 }}</style>b",
                "<p style=\"{{ .Get 0 }}\" onclick=\"{{ .Get 0 }}\">b</p>",
                "<!-- {{ .Get 0 | safeHTML }} -->b",
                "{{ .Get 0 | safeHTML }}",
                "{{ .Inner }}",
                "{{ .Inner | markdownify }}",
                "{{ htmlUnescape .Inner | safeHTML }}",
                "<p id='{{ .Inner | safeHTML }}'>{{ highlight .Inner .Inner \"\" }}</p>",
            })
    void whatever_is_handed_to_a_template_no_browser_runs_it(String template) {
        templates.put("own", template);
        for (var value : new String[] {
            "javascript:steal()",
            "JAVA\tSCRIPT:steal()",
            "script:steal()",
            " data:text/html;base64,PHNjcmlwdD4=",
            "x\" onmouseover=\"steal()",
            "x' onmouseover='steal()",
            "x onmouseover=steal()",
            "onclick",
            "script src=//evil.example/x.js",
            "--><script>steal()</script>",
            "</style></script><img src=x onerror=steal()>",
            "&lt;img src=x onerror=steal()&gt;",
            "<svg/onload=steal()>",
            "<a href=\"javascript:steal()\">",
        }) {
            var source = "{{< own `" + value + "` >}}" + value + "{{< /own >}} a {{< own `" + value + "` >}}";
            assertThat(authors(source).html()).as(value).doesNotContainPattern(RUNS);
            assertThat(readers(source.replace("<", "%").replace("{{%", "{{<")))
                    .as(value)
                    .doesNotContainPattern(RUNS);
            assertThat(readers("{{% own `" + value + "` %}}" + value + "{{% /own %}}"))
                    .as(value)
                    .doesNotContainPattern(RUNS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range seq 2000 }}{{ range seq 2000 }}{{ range seq 2000 }}a{{ end }}{{ end }}{{ end }}",
                "{{ $x := \"aaaaaaaaaa\" }}{{ range seq 2000 }}{{ $x = print $x $x }}{{ end }}",
                "{{ $x := \"aaaaaaaaaa\" }}{{ range seq 2000 }}{{ $x = replace $x \"a\" $x }}{{ end }}",
                "{{ strings.Repeat 9000000000 \"ab\" }}",
                "{{ strings.Repeat 200000 \"ab\" }}",
                "{{ seq 1 9000000000 }}",
                "{{ seq -9000000000000000 9000000000000000 }}",
                "{{ $l := seq 2000 }}{{ range seq 2000 }}{{ $l = slice $l $l }}{{ end }}{{ $l }}",
                "{{ range seq 2000 }}{{ printf \"%999s%999s%999s\" \"a\" \"b\" \"c\" }}{{ end }}",
                "{{ range seq 2000 }}{{ range seq 2000 }}{{ markdownify \"*a*\" }}{{ end }}{{ end }}",
            })
    void a_template_ends_before_it_takes_too_much(String template) {
        templates.put("own", template);

        var rendered = authors("{{< own >}}\n\nb");

        assertThat(rendered.whole()).isTrue();
        assertThat(rendered.html()).contains("<div class=\"shortcode\">").endsWith("<p>b</p>\n");
        assertThat(rendered.problems()).hasSize(1);
    }

    @Test
    void templates_of_one_page_share_what_they_may_do() {
        templates.put("own", "{{ range seq 2000 }}<b>a</b>{{ end }}");

        var rendered = authors("{{< own >}}\n\n".repeat(1_000));

        assertThat(rendered.whole()).isTrue();
        assertThat(rendered.problems()).hasSize(1);
        assertThat(rendered.html().length()).isLessThan(5_000_000);
    }

    @Test
    void shortcodes_stand_in_each_other_as_deep_as_elsewhere() {
        templates.put("own", "<i>{{ .Inner }}</i>");
        templates.put("m", "{{ .Inner | markdownify }}{{ .Inner | markdownify }}");

        assertThat(readers("{{< own >}}".repeat(3) + "a" + "{{< /own >}}".repeat(3)))
                .isEqualTo("<i><i><i>a</i></i></i>");
        assertThat(readers("{{< own >}}".repeat(40) + "a" + "{{< /own >}}".repeat(40)))
                .startsWith("<i><i><i><i><i>{{");
        assertThat(authors("{{< m >}}".repeat(40) + "a" + "{{< /m >}}".repeat(40))
                        .whole())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ((((",
                "{{ if true }}",
                "{{ range .Params }}",
                "{{ if true }}a{{ else if false }}",
                "{{ \"",
                "{{/*",
                "{{ (dict "
            })
    void a_template_that_repeats_itself_endlessly_is_refused(String part) {
        templates.put("own", part.repeat(60_000 / part.length()));

        assertThat(authors("{{< own >}}").problems()).hasSize(1);
        templates.put("own", "a".repeat(70_000));
        assertThat(authors("{{< own >}}").problems()).singleElement().asString().contains("longer than 64 kB");
    }

    @Test
    void text_that_looks_like_the_word_of_a_shortcode_is_text() {
        templates.put("own", "<b>shortcode0x7E {{ .Get 0 }}</b>{{ .Inner }}");

        assertThat(readers("{{< own `shortcode0x0E shortcode0x99999999999999E` >}}in{{< /own >}}"))
                .isEqualTo("<b>shortcode0x7E shortcode0x0E shortcode0x99999999999999E</b>in");
    }

    @Test
    void a_template_says_what_it_asks_for() {
        var file = new TemplateFile(
                "t", "facts", () -> "{{ .Get \"b\" }}{{ with .Inner }}{{ $.Get \"a\" | default (.Get 2) }}{{ end }}");

        assertThat(renderer.facts(file)).isEqualTo(new TemplateFacts(true, true, List.of("b", "a"), 3, List.of()));
        assertThat(renderer.facts(new TemplateFile("t", "places", () -> "{{ .Get 1 }}"))
                        .places())
                .isEqualTo(2);
    }

    @Test
    void the_preview_uses_a_template_that_the_site_does_not_have_yet() {
        templates.put("own", "old");
        var changed =
                new TemplateFile("layouts/shortcodes/own.html", "new", () -> "<b>{{ .Get 0 }}</b>\n<script></script>");

        assertThat(renderer.preview("{{< own tea >}}", "own", changed).html()).isEqualTo("<b>tea</b>\n");
        assertThat(renderer.facts(changed).problems()).containsExactly("Line 2: <script> is left out of pages.");
        assertThat(renderer.facts(new TemplateFile("y", "y", () -> "a\n{{ y }}"))
                        .problems())
                .containsExactly("Line 2: 'y' is not understood.");
    }
}
