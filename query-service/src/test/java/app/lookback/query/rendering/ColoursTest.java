package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What code says is never changed by its colours. */
class ColoursTest {

    private static final int LONG = 200_000;

    private static String coloured(String language, String... lines) {
        return String.join("", Colours.lines(List.of(lines), language, new Patience(1_000)));
    }

    @Test
    void a_comment_goes_on_in_the_next_line() {
        assertThat(coloured("java", "int a; /* b\n", "c */ d\n")).isEqualTo("""
                <span class="kt">int </span>a; <span class="cm">/* b</span>
                <span class="cm">c */ </span>d
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "Go,func,k",
        "js,const,k",
        "python,None,kc",
        "yaml,# a,c1",
        "bash,$a,nv",
        "html,&amp;,ni",
        "sql,select,k"
    })
    void languages_go_by_the_names_that_hugo_knows(String language, String code, String name) {
        assertThat(coloured(language, code)).contains("<span class=\"" + name + "\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea", "", "haskell", "plain"})
    void code_that_no_grammar_reads_is_plain(String language) {
        assertThat(coloured(language, "int a = <b>;")).isEqualTo("int a = &lt;b&gt;;");
    }

    @Test
    void a_long_line_is_plain_and_the_next_is_not() {
        assertThat(coloured("java", "/*" + "a".repeat(3_000) + "\n", "int b;"))
                .doesNotContain("cm")
                .endsWith("a\n<span class=\"kt\">int </span>b;");
    }

    @Test
    void a_page_has_colours_for_so_much_code_and_no_more() {
        var patience = new Patience(LONG);
        var code = List.of("int a = 1;\n".repeat(LONG / 11).split("(?<=\n)"));

        assertThat(Colours.lines(code, "java", patience)).allMatch(line -> line.contains("<span"));
        assertThat(Colours.lines(code, "java", patience)).noneMatch(line -> line.contains("<span"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "'", "<", "/*", "${", "`", "(", "\\", "{{", "<!--", "=begin ", "<?php ", "\u0000", "\uD83C"
            })
    void whatever_stands_in_code_is_there_and_soon(String piece) {
        var line = piece.repeat(1_900 / piece.length());
        for (var language : Grammars.languages()) {
            var lines = assertTimeout(
                    Duration.ofSeconds(5), () -> Colours.lines(List.of(line, line), language, new Patience(1_000)));

            assertThat(lines).as(language).map(Html::withoutTags).containsOnly(Html.escaped(line));
        }
    }
}
