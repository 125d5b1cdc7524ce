package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markdown in, HTML out. The sanitizer's own spelling (self-closing tags, entities) is part of what is approved. */
class MarkdownTest {

    private static final Renderer RENDERER = new Renderer();

    private static String html(String markdown) {
        return RENDERER.render(markdown).html();
    }

    @Test
    void headings_keep_every_script_in_their_ids_and_count_their_doubles() {
        assertThat(html("""
                        # Track 2: 背中 - Senaka
                        ## Tea & *cake*
                        ## Tea & *cake*
                        ## ?!
                        ## Own {#own .wide onclick=x}
                        """)).isEqualTo("""
                        <h1 id="track-2-背中---senaka">Track 2: 背中 - Senaka</h1>
                        <h2 id="tea--cake">Tea &amp; <em>cake</em></h2>
                        <h2 id="tea--cake-1">Tea &amp; <em>cake</em></h2>
                        <h2 id="heading">?!</h2>
                        <h2 id="own" class="wide">Own</h2>
                        """);
    }

    @Test
    void lines_break_where_two_spaces_or_a_backslash_say_so() {
        assertThat(html("one  \ntwo\\\nthree \nfour   ")).isEqualTo("<p>one<br />\ntwo<br />\nthree\nfour</p>\n");
    }

    @Test
    void footnotes_are_numbered_by_their_first_call_and_lead_back() {
        assertThat(html("Tea[^b], cake[^a], tea[^b], nothing[^c].\n\n[^a]: Sweet.\n[^b]: Green.\n"))
                .isEqualTo("""
                <p>Tea<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>, \
                cake<sup id="fnref:2"><a href="#fn:2" class="footnote-ref" role="doc-noteref">2</a></sup>, \
                tea<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>, \
                nothing[^c].</p>
                <div class="footnotes" role="doc-endnotes">
                <hr />
                <ol><li id="fn:1">
                <p>Green.\u00A0<a href="#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a>\
                \u00A0<a href="#fnref1:1" class="footnote-backref" role="doc-backlink">↩︎</a></p>
                </li><li id="fn:2">
                <p>Sweet.\u00A0<a href="#fnref:2" class="footnote-backref" role="doc-backlink">↩︎</a></p>
                </li></ol>
                </div>
                """);
    }

    @Test
    void a_task_is_a_box_that_nobody_can_tick() {
        assertThat(html("- [ ] wash\n- [x] brew\n")).isEqualTo("""
                <ul><li><input disabled="" type="checkbox" /> wash</li>\
                <li><input checked="" disabled="" type="checkbox" /> brew</li></ul>
                """);
    }

    @Test
    void a_table_takes_every_line_below_it_and_a_bar_parts_even_code() {
        assertThat(html("| a | b |\n|:--|--:|\n| `x|y` |\nand `z`\n")).isEqualTo("""
                <table><thead><tr><th style="text-align:left">a</th><th style="text-align:right">b</th></tr></thead>\
                <tbody><tr><td style="text-align:left">&#96;x</td><td style="text-align:right">y&#96;</td></tr>\
                <tr><td style="text-align:left">and <code>z</code></td><td></td></tr></tbody></table>
                """);
    }

    @Test
    void code_names_its_language_as_a_class() {
        assertThat(html("```java {.wide}\nvar a = \"<b>\";\n```\n")).isEqualTo("""
                <div class="highlight wide"><pre tabindex="0"><code class="language-java" data-lang="java">\
                <span class="chroma"><span class="kt">var </span>a <span class="o">&#61; </span><span class="s2">&#34;&lt;b&gt;&#34;</span>;
                </span></code></pre></div>
                """);
    }

    @Test
    void definitions_are_loose_after_an_empty_line() {
        assertThat(html("Tea\n: green\n\nCake\n\n: sweet\n")).isEqualTo("""
                <dl>
                <dt>Tea</dt>
                <dd>green</dd>
                <dt>Cake</dt>
                <dd>
                <p>sweet</p>
                </dd>
                </dl>
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "He said \"tea\"            ¦ He said “tea”",
                "\"'tea'\" and 'cake'       ¦ “’tea’” and ‘cake’",
                "it's the '80s, James' cup  ¦ it’s the ’80s, James’ cup",
                "\"背中\"を見て \"see\"      ¦ “背中&#34;を見て “see”",
                "「\"背中\"」               ¦ 「“背中”」",
                "a -- b --- c...            ¦ a – b — c…",
                "<<背中>>                   ¦ «背中»",
                "6'2\" tall                 ¦ 6&#39;2&#34; tall",
                "\\\"plain\\\" \\-- `\"x\"`  ¦ &#34;plain&#34; -- <code>&#34;x&#34;</code>",
            })
    void quotes_and_dashes_are_typographic(String markdown, String text) {
        assertThat(html(markdown)).isEqualTo("<p>" + text + "</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://tea.example/a_b. https://tea.example/a_b",
                "(https://tea.example/(x)) https://tea.example/(x)",
                "www.tea.example/?a=1 https://www.tea.example/?a&#61;1",
                "tea@cake.example mailto:tea&#64;cake.example",
            })
    void a_bare_address_is_a_link(String markdown, String address) {
        assertThat(html(markdown)).contains("<a href=\"" + address + "\">");
    }

    @ParameterizedTest
    @CsvSource({"背中https://tea.example/背中", "http://localhost/x", "xmpp:tea@cake.example"})
    void an_address_within_a_word_is_none(String markdown) {
        assertThat(html(markdown)).doesNotContain("<a");
    }

    @Test
    void an_address_stops_where_japanese_begins() {
        assertThat(html("https://tea.example/aを見て"))
                .isEqualTo("<p><a href=\"https://tea.example/a\">https://tea.example/a</a>を見て</p>\n");
    }

    @Test
    void links_are_percent_encoded_once() {
        assertThat(html("[a](/背中?q=%E8%83%8C%zz) ![b \"c\"](d_(e).png 'f')")).isEqualTo("""
                <p><a href="/%E8%83%8C%E4%B8%AD?q&#61;%E8%83%8C%25zz">a</a> \
                <img src="d_(e).png" alt="b “c”" title="f" /></p>
                """);
    }

    @Test
    void raw_html_is_left_out_where_it_stood() {
        assertThat(html("a <b>c</b>\n\n<div>\nd\n</div>\n\n{{ e }} {{{f}}}\n")).isEqualTo("""
                <p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>
                <!-- raw HTML omitted -->
                <p>{{ e }} {{{f}}}</p>
                """);
    }

    @Test
    void the_end_of_a_summary_parts_paragraphs_and_is_not_seen() {
        assertThat(html("One. <!--more--> Two.")).isEqualTo("<p>One.</p>\n<p>Two.</p>\n");
    }

    @Test
    void line_ends_of_windows_change_nothing() {
        var markdown = "# a\n\nb  \nc\n\n```\nd\n```\n\n| e |\n|---|\n| f |\n";

        assertThat(html(markdown.replace("\n", "\r\n"))).isEqualTo(html(markdown));
    }

    private static String contents(String markdown) {
        return RENDERER.forReaders(markdown).contents();
    }

    @Test
    void contents_are_the_headings_of_two_levels_by_the_ids_that_the_page_has() {
        assertThat(contents("# A\n## 背中 *b*\n### `<c>`\n### D {#own}\n#### E\n## 背中 *b*\n> ### F [g](h)\n"))
                .isEqualTo("""
                <ul><li><a href="#背中-b">背中 b</a>\
                <ul><li><a href="#c">&lt;c&gt;</a></li><li><a href="#own">D</a></li></ul></li>\
                <li><a href="#背中-b-1">背中 b</a>\
                <ul><li><a href="#f-gh">F g</a></li></ul></li></ul>""");
    }

    @Test
    void contents_that_begin_with_a_deep_heading_are_a_list_all_the_same() {
        assertThat(contents("### A\n### B\n## C\n")).isEqualTo("""
                <ul><li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li><li><a href="#c">C</a></li></ul>""");
    }

    @Test
    void a_page_of_few_headings_or_that_wants_none_has_no_contents() {
        assertThat(contents("## A\n## B\n# C\n")).isEmpty();
        assertThat(contents("---\ntoc: false\n---\n## A\n## B\n## C\n")).isEmpty();
    }
}
