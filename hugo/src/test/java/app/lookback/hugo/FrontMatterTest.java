package app.lookback.hugo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++\ntitle = 'Tea'\ndate = 2025-09-07\ntags = ['green', '緑茶']\ndraft = true\nslug = 'cha'\n+++\nbody",
                "---\ntitle: Tea\ndate: 2025-09-07\ntags: [green, 緑茶]\ndraft: true\nslug: cha\n---\nbody",
                "{\"title\": \"Tea\", \"date\": \"2025-09-07\", \"tags\": [\"green\", \"緑茶\"],"
                        + " \"draft\": true, \"slug\": \"cha\"}\nbody",
                "\uFEFF---\r\nTitle:\tTea\r\nDATE: '2025-09-07'\r\ntags:\r\n- green\r\n- 緑茶\r\ndraft: yes\r\nslug: cha\r\n---\r\nbody",
            })
    void the_three_syntaxes_say_the_same(String source) {
        var read = FrontMatter.read(source);

        assertThat(read.problem()).isNull();
        assertThat(read.title()).isEqualTo("Tea");
        assertThat(read.date()).isEqualTo("2025-09-07");
        assertThat(read.tags()).containsExactly("green", "緑茶");
        assertThat(read.draft()).isTrue();
        assertThat(read.slug()).isEqualTo("cha");
        assertThat(source.substring(read.bodyOffset())).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Only a body",
                "{{< figure src=\"a.png\" >}}",
                "- a list\n- of two",
                "-- no fence --",
                "+ plus"
            })
    void a_source_may_have_no_front_matter(String source) {
        var read = FrontMatter.read(source);

        assertThat(read.problem()).isNull();
        assertThat(read.title()).isNull();
        assertThat(read.bodyOffset()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-09-07                | 2025-09-07",
                "2025-9-7                  | 2025-09-07",
                "2025-09-07T10:30:00Z      | 2025-09-07T10:30:00Z",
                "2025-09-07T10:30:00+09:00 | 2025-09-07T10:30:00+09:00",
                "2025-09-07 10:30          | 2025-09-07T10:30:00Z",
                "2025-09-07 10:30:15.25    | 2025-09-07T10:30:15.25Z",
                "2025-09-07 10:30:00 +0900 | 2025-09-07T10:30:00+09:00",
            })
    void a_date_without_a_zone_is_in_utc(String written, String iso) {
        assertThat(FrontMatter.read("---\ndate: " + written + "\n---\n").date()).isEqualTo(iso);
        assertThat(FrontMatter.read("+++\ndate = \"" + written + "\"\n+++\n").date())
                .isEqualTo(iso);
    }

    @Test
    void a_toml_date_needs_no_quotes() {
        assertThat(FrontMatter.read("+++\ndate = 2025-09-07T10:30:00+09:00\n+++\n")
                        .date())
                .isEqualTo("2025-09-07T10:30:00+09:00");
    }

    @Test
    void a_date_that_is_none_is_a_problem_and_nothing_else_is_lost() {
        var read = FrontMatter.read("---\ntitle: Tea\ndate: yesterday\n---\n");

        assertThat(read.title()).isEqualTo("Tea");
        assertThat(read.date()).isNull();
        assertThat(read.problem()).contains("date");
    }

    @Test
    void one_tag_needs_no_list() {
        assertThat(FrontMatter.read("---\ntags: tea\n---\n").tags()).isEqualTo(List.of("tea"));
    }

    @Test
    void texts_and_lists_of_texts_may_be_names_in_a_taxonomy() {
        var read = FrontMatter.read("""
                ---
                Genres: [drama, 1920, {a: b}, ""]
                mood: quiet
                tags: [one]
                "a/b": c
                empty: []
                long: %s
                ---
                """.formatted("l".repeat(201)));

        assertThat(read.names()).isEqualTo(Map.of("genres", List.of("drama", "1920"), "mood", List.of("quiet")));
    }

    @Test
    void plain_values_are_params_by_their_lower_case_keys() {
        var read = FrontMatter.read("+++\nCup = 3\n[params]\nPot = 'big'\n[other]\nx = 1\n+++\n");

        assertThat(read.params()).containsOnly(Map.entry("cup", "3"), Map.entry("pot", "big"));
    }

    @Test
    void what_cannot_be_read_is_told_with_its_line_and_the_body_stands() {
        var source = "+++\ntitle = 'Tea'\ndate = \n+++\nbody";
        var read = FrontMatter.read(source);

        assertThat(read.problem()).isEqualTo("The front matter cannot be read as TOML near line 3.");
        assertThat(source.substring(read.bodyOffset())).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+++\ntitle = 'Tea'\n", "---\ntitle: Tea\n\ntext", "{\"title\": \"Tea\"\ntext"})
    void front_matter_that_never_ends_is_told_and_all_is_body(String source) {
        var read = FrontMatter.read(source);

        assertThat(read.problem()).contains("not closed");
        assertThat(read.bodyOffset()).isZero();
    }

    @Test
    void aliases_in_yaml_do_not_grow() {
        var bomb = new StringBuilder("---\na: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var level = 'b'; level < 'z'; level++) {
            bomb.append("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n"
                    .formatted(
                            level, level, level - 1, level - 1, level - 1, level - 1, level - 1, level - 1, level - 1,
                            level - 1));
        }
        var read = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> FrontMatter.read(bomb.append("tags: *y\n---\nbody").toString()));

        assertThat(read.tags().size()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\na: %s\n---\nbody", "+++\na = %s\n+++\nbody", "{\"a\": %s}\nbody"})
    void values_in_values_are_bounded(String source) {
        var read = FrontMatter.read(source.formatted("[".repeat(5_000) + "]".repeat(5_000)));

        assertThat(read.problem()).contains("cannot be read");
    }

    @Test
    void a_front_matter_that_is_too_long_is_not_read() {
        var read = FrontMatter.read("---\ntitle: Tea\nlong: " + "x".repeat(FrontMatter.BOUND) + "\n---\nbody");

        assertThat(read.problem()).isEqualTo("The front matter is longer than 100,000 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle:\tTea\ndate: 2025-09-07 10:00\ntags: [a]\nTitle: Cake\n---\n",
                "+++\ntitle = 'Tea' \ndate = 2025-09-07T10:00:00\n\n\"Title\" = 'Cake'\n[params]\ntitle = 'x'\n+++\n",
                "{\n\"title\": \"Tea\",\n\"date\": \"2025-09-07T10:00\",\n\"params\": {\"title\": 1},\n\"Title\": \"Cake\"\n}\n"
            })
    void what_is_read_though_it_breaks_the_rules_is_told_with_its_line(String source) {
        assertThat(FrontMatter.slips(source))
                .filteredOn(slip -> !slip.contains("tab"))
                .containsExactly(
                        "Line 3: the time has no zone, so UTC is taken; 2025-09-07T10:00:00+09:00 says the zone.",
                        "Line 5: title was said in line 2 already; Hugo refuses a key that stands twice.");
        assertThat(FrontMatter.slips(source).contains("Line 2: a tab stands after the colon; Hugo wants a space."))
                .isEqualTo(source.contains("\t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: \"a: b\"\ndate: 2025-09-07T10:00:00Z\ntext: |\n  title: c\ntags:\n- title: d\n- title: e\n---\n",
                "+++\ntext = \"\"\"\ntext = 1\n\"\"\"\ndate = 2025-09-07\n+++\n",
                "title: a\n\ntitle: b\n"
            })
    void what_keeps_the_rules_is_not_told(String source) {
        assertThat(FrontMatter.slips(source)).isEmpty();
    }

    @Test
    void a_fault_is_told_with_its_line() {
        assertThat(FrontMatter.read("\n---\ntitle: a\n").problem()).contains("begins in line 2");
        assertThat(FrontMatter.read("---\ntitle: a\ndate: soon\n---\n").problem())
                .startsWith("Line 3: the date");
    }
}
