package app.lookback.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawsTest {

    private static final int ROUNDS = 25_000;

    @Test
    void a_composition_does_what_its_members_do_in_turn() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text();
            var first = random.edit(text);
            var second = random.edit(first.apply(text));
            assertThat(first.compose(second).apply(text)).isEqualTo(second.apply(first.apply(text)));
        });
    }

    @Test
    void composing_is_associative_in_what_it_does() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text();
            var first = random.edit(text);
            var second = random.edit(first.apply(text));
            var third = random.edit(second.apply(first.apply(text)));
            assertThat(first.compose(second).compose(third).apply(text))
                    .isEqualTo(first.compose(second.compose(third)).apply(text));
        });
    }

    @Test
    void two_edits_of_one_text_lead_to_one_text_in_either_order() {
        RandomEdits.holdFor(2 * ROUNDS, random -> {
            var text = random.text();
            var one = random.edit(text);
            var other = random.edit(text);
            assertThat(one.compose(other.map(one, false)).apply(text))
                    .isEqualTo(other.compose(one.map(other, true)).apply(text));
        });
    }

    @Test
    void what_was_typed_is_there_in_full_and_once_wherever_an_edit_is_moved() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text();
            var edit = random.edit(text);
            assertThat(edit.map(random.edit(text), random.oneIn(2)).inserted()).isEqualTo(edit.inserted());
        });
    }

    @Test
    void moving_an_edit_never_splits_a_pair() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text();
            var over = random.edit(text);
            var moved = random.edit(text).map(over, random.oneIn(2));
            moved.check(over.apply(text));
            Wellformed.check(moved.apply(over.apply(text)));
        });
    }

    @Test
    void an_inverse_gives_the_text_back() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text();
            var edit = random.edit(text);
            assertThat(edit.invert(text).apply(edit.apply(text))).isEqualTo(text);
            assertThat(edit.invert(text).invert(edit.apply(text))).isEqualTo(edit);
        });
    }

    @Test
    void json_and_notation_lose_nothing() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text();
            var edit = random.edit(text).map(random.edit(text), random.oneIn(2));
            assertThat(ChangeSet.parse(edit.toJson())).isEqualTo(edit);
            assertThat(TinyNotation.edit(edit.toString())).isEqualTo(edit);
        });
    }

    @Test
    void a_unit_that_was_not_deleted_is_found_at_its_mapped_position() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text(1 + random.upTo(13));
            var edit = random.edit(text);
            int at = random.upTo(text.length() - 1);
            int mapped = edit.mapPosition(at, 1, MapMode.TRACK_AFTER);
            if (mapped >= 0) {
                assertThat(edit.apply(text).charAt(mapped)).isEqualTo(text.charAt(at));
            }
        });
    }

    @Test
    void positions_keep_their_order() {
        RandomEdits.holdFor(ROUNDS, random -> {
            var text = random.text();
            var edit = random.edit(text);
            int before = random.upTo(text.length());
            int after = before + random.upTo(text.length() - before);
            assertThat(edit.mapPosition(before, -1)).isBetween(0, edit.mapPosition(after, 1));
            assertThat(edit.mapPosition(after, 1)).isLessThanOrEqualTo(edit.newLength());
        });
    }

    @Test
    void walking_through_an_edit_tells_all_that_it_does() {
        RandomEdits.holdFor(ROUNDS / 5, random -> {
            var text = random.text();
            var edit = random.edit(text);
            var result = new StringBuilder();
            edit.walk(new Walk() {
                private int position;

                @Override
                public void kept(int units) {
                    result.append(text, position, position + units);
                    position += units;
                }

                @Override
                public void replaced(int units, String inserted) {
                    result.append(inserted);
                    position += units;
                }
            });
            assertThat(result.toString()).isEqualTo(edit.apply(text));
        });
    }

    @Test
    void a_stamped_edit_is_the_same_but_for_what_it_inserts() {
        RandomEdits.holdFor(ROUNDS / 5, random -> {
            var text = random.text();
            var edit = random.edit(text);
            var stamped = edit.stamped('*');
            assertThat(stamped.inserted()).isEqualTo("*".repeat(edit.inserted().length()));
            assertThat(stamped.invert(text)).isEqualTo(edit.invert(text));
        });
    }
}
