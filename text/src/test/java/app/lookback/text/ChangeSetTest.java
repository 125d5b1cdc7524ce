package app.lookback.text;

import static app.lookback.text.TinyNotation.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lookback.text.RefusedEdit.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | ''            | ''
            ''      | +hi           | hi
            abc     | 3             | abc
            abc     | -3            | ''
            abc     | -3+x          | x
            abc     | +x 3          | xabc
            abc     | 3 +x          | abcx
            abc     | 1 -1 1        | ac
            abc     | 1 -1+xyz 1    | axyzc
            abc     | -1 1 -1+z     | bz
            abc     | -2 +x 1       | xc
            a😀b    | 1 -2+季節 1   | a季節b
            """)
    void an_edit_keeps_deletes_and_replaces_from_left_to_right(String text, String edit, String result) {
        assertThat(edit(edit).apply(text)).isEqualTo(result);
        assertThat(edit(edit).newLength()).isEqualTo(result.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first     | second        | both
            3           | 1 +x 2        | 1 +x 2
            1 +x 2      | 4             | 1 +x 2
            +a          | 1 +b          | +ab
            +ab         | 1 +x 1        | +axb
            +abc 2      | 1 -1 3        | +ac 2
            +ab         | -2            | ''
            -2 2        | +x 2          | -2 +x 2
            1 +ab 2     | -2 3          | -1+b 2
            1 -2+ab 1   | 2 +x 2        | 1 -2+axb 1
            5           | 1 -3+x 1      | 1 -3+x 1
            -1 4        | -1 3          | -2 3
            """)
    void two_edits_in_a_row_are_one_edit(String first, String second, String both) {
        assertThat(edit(first).compose(edit(second))).hasToString(both);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # edit      | over          | as second     | as first
            1 +x 2      | 3             | 1 +x 2        | 1 +x 2
            1 +x 2      | 1 +abc 2      | 4 +x 2        | 1 +x 5
            +x 3        | 3 +y          | +x 4          | +x 4
            1 +x 2      | -3            | +x            | +x
            1 -1 1      | 1 -1 1        | 2             | 2
            -3          | 1 +y 2        | -1 1 -2       | -1 1 -2
            -3+x        | 1 +y 2        | -1+x 1 -2     | -1+x 1 -2
            -3+x        | 1 -1 1        | -2+x          | -2+x
            -3+x        | -3+y          | 1 +x          | +x 1
            2 +x 2      | 1 -2 1        | 1 +x 1        | 1 +x 1
            1 -2+x 1    | 2 -2+y        | 1 -1+x 1      | 1 -1+x 1
            """)
    void an_edit_moves_over_another_of_the_same_text(String edit, String over, String asSecond, String asFirst) {
        assertThat(edit(edit).map(edit(over), false)).hasToString(asSecond);
        assertThat(edit(edit).map(edit(over), true)).hasToString(asFirst);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc     | 1 -1 1        | 1 +b 1
            abc     | 1 +xy 2       | 1 -2 2
            abc     | 1 -1+xy 1     | 1 -2+b 1
            abcd    | -2 +x 2       | +ab -1 2
            abc     | 3             | 3
            """)
    void an_edit_is_taken_back_by_its_inverse(String text, String edit, String inverse) {
        assertThat(edit(edit).invert(text)).hasToString(inverse);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # edit      | at | left | right | deletion | before | after
            2 +xy 2     | 0  | 0    | 0     | 0        | 0      | 0
            2 +xy 2     | 2  | 2    | 4     | 4        | 4      | 4
            2 +xy 2     | 3  | 5    | 5     | 5        | 5      | 5
            1 -2 1      | 1  | 1    | 1     | 1        | 1      | -1
            1 -2 1      | 2  | 1    | 1     | -1       | -1     | -1
            1 -2 1      | 3  | 1    | 1     | 1        | -1     | 1
            1 -2+xyz 1  | 2  | 1    | 4     | -1       | -1     | -1
            1 -2+xyz 1  | 4  | 5    | 5     | 5        | 5      | 5
            """)
    void a_position_moves_with_the_text_around_it(
            String edit, int at, int left, int right, int deletion, int before, int after) {
        assertThat(edit(edit).mapPosition(at, -1)).isEqualTo(left);
        assertThat(edit(edit).mapPosition(at, 1)).isEqualTo(right);
        assertThat(edit(edit).mapPosition(at, 1, MapMode.TRACK_DELETION)).isEqualTo(deletion);
        assertThat(edit(edit).mapPosition(at, 1, MapMode.TRACK_BEFORE)).isEqualTo(before);
        assertThat(edit(edit).mapPosition(at, 1, MapMode.TRACK_AFTER)).isEqualTo(after);
    }

    @Test
    void a_single_replacement_is_easily_made() {
        assertThat(ChangeSet.replace(5, 1, 3, "x\ny")).hasToString("1 -2+x⏎y 2");
        assertThat(ChangeSet.replace(0, 0, 0, "")).isEqualTo(ChangeSet.empty(0));
        assertThat(ChangeSet.empty(4)).hasToString("4");
    }

    @Test
    void an_edit_is_empty_when_it_changes_nothing() {
        assertThat(edit("").isEmpty()).isTrue();
        assertThat(edit("7").isEmpty()).isTrue();
        assertThat(edit("-7").isEmpty()).isFalse();
        assertThat(edit("+x").isEmpty()).isFalse();
    }

    @Test
    void an_edit_takes_room_for_its_parts_and_its_text() {
        assertThat(edit("1 -2+xyz 1").size()).isEqualTo(9);
    }

    @Test
    void each_refusal_has_its_name_in_the_protocol() {
        assertThat(Reason.values())
                .extracting(Reason::code)
                .containsExactly("malformed", "too-large", "outside-text", "unpaired-surrogate");
    }

    @Test
    void equal_edits_are_equal_and_others_are_not() {
        assertThat(edit("1 -2+x")).isEqualTo(ChangeSet.parse("[1,[2,\"x\"]]")).hasSameHashCodeAs(edit("1 -2+x"));
        assertThat(edit("1 -2+x")).isNotEqualTo(edit("1 -2+y")).isNotEqualTo(edit("1 -2 +x"));
        assertThat(edit("1 -2+x")).doesNotHaveSameHashCodeAs(edit("1 -2+y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a😀b | 3                | OUTSIDE_TEXT       | The edit is for a text of 3 UTF-16 units, but the text has 4.
            a😀b | 5                | OUTSIDE_TEXT       | The edit is for a text of 5 UTF-16 units, but the text has 4.
            a😀b | 2 +x 2           | UNPAIRED_SURROGATE | split the surrogate pair around position 2
            a😀b | 1 -1 2           | UNPAIRED_SURROGATE | split the surrogate pair around position 2
            a😀b | 2 -2             | UNPAIRED_SURROGATE | split the surrogate pair around position 2
            a😀b | -1 1 -1+x 1      | UNPAIRED_SURROGATE | split the surrogate pair around position 2
            a😀b | 1 -1+x -1+y 1    | UNPAIRED_SURROGATE | split the surrogate pair around position 2
            """)
    void an_edit_that_does_not_fit_the_text_is_refused(String text, String edit, Reason reason, String sentence) {
        var refused = catchThrowableOfType(RefusedEdit.class, () -> edit(edit).check(text));
        assertThat(refused).hasMessageContaining(sentence);
        assertThat(refused.reason()).isEqualTo(reason);
    }

    @Test
    void an_edit_that_fits_the_text_passes() {
        edit("1 -2+x 1").check("a😀b");
        edit("1 +x 3").check("a😀b");
        edit("3 +x 1").check("a😀b");
        edit("+x").check("");
    }

    @Test
    void edits_of_texts_of_different_lengths_have_nothing_to_do_with_each_other() {
        assertOutside(() -> edit("3").map(edit("4"), false));
        assertOutside(() -> edit("3").map(edit("4 +x"), false));
        assertOutside(() -> edit("3").compose(edit("4")));
        assertOutside(() -> edit("3 +x").compose(edit("3")));
        assertOutside(() -> edit("3").apply("ab"));
        assertOutside(() -> edit("3").invert("ab"));
        assertOutside(() -> edit("3").mapPosition(4, 1));
        assertOutside(() -> edit("3").mapPosition(-1, 1));
        assertOutside(() -> ChangeSet.replace(3, 2, 4, ""));
        assertOutside(() -> ChangeSet.replace(3, 2, 1, ""));
        assertOutside(() -> ChangeSet.replace(3, -1, 1, ""));
        assertOutside(() -> ChangeSet.empty(-1));
    }

    private static void assertOutside(Runnable use) {
        var refused = catchThrowableOfType(RefusedEdit.class, use::run);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(Reason.OUTSIDE_TEXT);
    }

    @Test
    void a_text_that_no_reader_could_trust_cannot_be_inserted() {
        assertReason(Reason.UNPAIRED_SURROGATE, "a\ud83d");
        assertReason(Reason.UNPAIRED_SURROGATE, "\ude00a");
        assertReason(Reason.UNPAIRED_SURROGATE, "\ud83d\ud83d\ude00");
        assertReason(Reason.MALFORMED, "a\r\nb");
    }

    private static void assertReason(Reason reason, String insert) {
        var refused = catchThrowableOfType(RefusedEdit.class, () -> ChangeSet.replace(0, 0, 0, insert));
        assertThat(refused.reason()).isEqualTo(reason);
    }
}
