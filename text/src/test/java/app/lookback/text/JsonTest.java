package app.lookback.text;

import static app.lookback.text.TinyNotation.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lookback.text.RefusedEdit.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                          | ``
            [0]                         | ``
            [12]                        | 12
            [3,[2],4]                   | 3 -2 4
            [[0,"ab"],1]                | +ab 1
            [1,[2,"a","","b"]]          | 1 -2+a⏎⏎b
            [[0,"",""]]                 | +⏎
            [[3,"\\u5b63\\u7BC0"]]      | -3+季節
            [[0,"\\ud83d\\uDE00"]]      | +😀
            [[0,"😀\\"\\\\\\/"]]        | +😀"\\/
            [2147483647]                | 2147483647
            """)
    void the_form_of_codemirror_is_read(String json, String edit) {
        assertThat(ChangeSet.parse(json)).isEqualTo(edit(edit)).hasToString(edit);
    }

    @Test
    void white_space_around_numbers_and_lines_is_no_part_of_the_edit() {
        assertThat(ChangeSet.parse(" [ 1 ,\n[\t2 , \"a b\" ]\r\n] ")).isEqualTo(edit("1 -2+a␣b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1,2]                   | [3]
            [0,[2],[0],[3]]         | [[5]]
            [[0,"a"],0,[0,"b"]]     | [[0,"ab"]]
            [[2,""],1]              | [[2],1]
            [[0,"a"],[1]]           | [[0,"a"],[1]]
            [[1],[0,"a"]]           | [[1],[0,"a"]]
            """)
    void parts_come_out_as_codemirror_would_have_written_them(String json, String written) {
        assertThat(ChangeSet.parse(json).toJson()).isEqualTo(written);
    }

    @Test
    void text_is_escaped_as_a_browser_escapes_it() {
        var text = "\"\\/\b\f\t\u0000\u001f\u007f\u2028é😀\n";
        assertThat(ChangeSet.replace(0, 0, 0, text).toJson())
                .isEqualTo("[[0,\"\\\"\\\\/\\b\\f\\t\\u0000\\u001f\u007f\u2028é😀\",\"\"]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "3",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1]]",
                "[1] x",
                "[1 2]",
                "[1][2]",
                "[-1]",
                "[+1]",
                "[01]",
                "[00]",
                "[1.0]",
                "[1e3]",
                "[1E3]",
                "[.5]",
                "[0x1]",
                "[١]",
                "[NaN]",
                "[\"1\"]",
                "[null]",
                "[true]",
                "[{}]",
                "[[]]",
                "[[1,2]]",
                "[[1,]]",
                "[[1,\"a\",]]",
                "[[\"a\"]]",
                "[[1,null]]",
                "[[[1]]]",
                "[[1,[\"a\"]]]",
                "[[-1]]",
                "[[1,\"a\"",
                "[[1,\"a\"]",
                "[[1,\"a]]",
                "[[1,'a']]",
                "[[1,\"a\"\"b\"]]",
                "[[0,\"\\x\"]]",
                "[[0,\"\\u12\"]]",
                "[[0,\"\\u12g4\"]]",
                "[[0,\"\\u１234\"]]",
                "[[0,\"\\",
                "[[0,\"\\u00",
                "[[0,\"\t\"]]",
                "[[0,\"a\nb\"]]",
                "[[0,\"a\\nb\"]]",
                "[[0,\"a\\rb\"]]",
                "[[0,\"a\\u000ab\"]]",
                "[[0,\"a\\u000Db\"]]",
                "\ufeff[1]",
                "[1]\uffff",
                "\uffff",
                "[1]\u0000",
                "[1]\u00a0",
                "//\n[1]"
            })
    void everything_else_is_malformed(String json) {
        assertThat(reason(json)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[0,\"\\ud83d\"]]", "[[0,\"\\ude00\"]]", "[[0,\"\\ud83d\\ud83d\"]]", "[[0,\"\\ude00\\ud83d\"]]",
                "[[0,\"\\ud83dx\"]]", "[[0,\"\\ud83d\",\"\\ude00\"]]", "[[0,\"\ud83d\"]]", "[[0,\"x\ude00\"]]"
            })
    void half_a_surrogate_pair_is_refused_by_its_name(String json) {
        assertThat(reason(json)).isEqualTo(Reason.UNPAIRED_SURROGATE);
    }

    @Test
    void a_pair_may_be_half_escaped() {
        assertThat(ChangeSet.parse("[[0,\"\\ud83d\ude00\"]]")).isEqualTo(edit("+😀"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2147483648]",
                "[99999999999999999999999999]",
                "[[4294967296]]",
                "[2147483647,1]",
                "[[2147483647],[1]]",
                "[2147483647,[0,\"a\"]]"
            })
    void numbers_beyond_any_text_do_not_overflow(String json) {
        assertThat(reason(json)).isEqualTo(Reason.OUTSIDE_TEXT);
    }

    @Test
    void a_submission_has_a_bounded_number_of_parts() {
        assertThat(ChangeSet.parse("[1,[1],1]", 3)).isEqualTo(edit("1 -1 1"));
        var refused = catchThrowableOfType(RefusedEdit.class, () -> ChangeSet.parse("[1,[1],1,[1]]", 3));
        assertThat(refused).hasMessage("The edit has more than 3 parts; it must be sent in several.");
        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_refusal_says_where_the_fault_is() {
        var refused = catchThrowableOfType(RefusedEdit.class, () -> ChangeSet.parse("[1,-2]"));
        assertThat(refused).hasMessage("Here must stand a whole number, not negative (character 4 of the changes).");
    }

    private static Reason reason(String json) {
        var refused = catchThrowableOfType(RefusedEdit.class, () -> ChangeSet.parse(json));
        assertThat(refused).as(json).isNotNull();
        return refused.reason();
    }
}
