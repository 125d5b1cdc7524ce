package app.lookback.stories.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.stories.faults.Evidence.Copy;
import app.lookback.stories.faults.Evidence.Logged;
import app.lookback.stories.faults.Happening.Answered;
import app.lookback.stories.faults.Happening.Confused;
import app.lookback.stories.faults.Happening.Deleted;
import app.lookback.stories.faults.Happening.EditId;
import app.lookback.stories.faults.Happening.Inserted;
import app.lookback.stories.faults.Happening.Refused;
import app.lookback.stories.faults.Happening.Saw;
import app.lookback.stories.faults.Happening.Submitted;
import app.lookback.text.ChangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A good history with one thing made bad in each test. */
class CheckerTest {

    private static final String POST = "post";
    private static final EditId BEGINNING = new EditId(POST, "server", 1);
    private static final EditId ADAS = new EditId(POST, "ada", 1);
    private static final EditId BENS = new EditId(POST, "ben", 1);

    private final History history = new History();
    private final List<Logged> log = new ArrayList<>();
    private final List<Copy> newest = new ArrayList<>();
    private final List<Copy> earlier = new ArrayList<>();

    /** Ada and Ben both wrote on revision 1; Ben's came second and stands right of Ada's. */
    CheckerTest() {
        log.add(new Logged(1, BEGINNING, ChangeSet.parse("[[0,\"# \"]]")));
        log.add(new Logged(2, ADAS, ChangeSet.parse("[2,[0,\"keys \"]]")));
        log.add(new Logged(3, BENS, ChangeSet.parse("[7,[0,\"masks \"]]")));
        submits(ADAS, "[2,[0,\"keys \"]]");
        submits(BENS, "[2,[0,\"masks \"]]");
        history.add(new Inserted(POST, "keys "));
        history.add(new Inserted(POST, "masks "));
        history.add(new Answered(BENS, 3, "one"));
        history.add(new Saw(POST, "ada", 2, "# keys ".hashCode()));
        newest.add(new Copy("ada", POST, 3, "# keys masks "));
        earlier.add(new Copy("the history", POST, 2, "# keys "));
    }

    private void submits(EditId edit, String changes) {
        history.add(new Submitted(edit, 1, changes, "one"));
    }

    private List<Violation> violations() {
        return Checker.check(new Evidence(history, Map.of(POST, log), newest, earlier));
    }

    private void isRefused(int law, String... words) {
        assertThat(violations()).anySatisfy(violation -> {
            assertThat(violation.law()).isEqualTo(law);
            assertThat(violation.what()).contains(words);
        });
    }

    @Test
    void a_history_in_which_all_went_well_is_found_well() {
        history.add(new Answered(ADAS, 2, "one"));
        history.add(new Answered(ADAS, 2, "two"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void an_answered_edit_that_is_not_in_the_log_is_lost() {
        log.remove(2);

        isRefused(2, BENS.toString(), "not in the log", "revision 3");
    }

    @Test
    void an_answered_edit_stands_at_the_revision_of_its_answer() {
        history.add(new Answered(ADAS, 3, "one"));

        isRefused(2, ADAS.toString(), "[2]", "revision 3");
    }

    @Test
    void a_submission_has_one_answer_however_often_it_is_repeated() {
        history.add(new Answered(BENS, 2, "two"));

        isRefused(3, BENS.toString(), "two revisions");
    }

    @Test
    void a_submission_is_in_the_log_once() {
        log.add(new Logged(4, ADAS, ChangeSet.parse("[13,[0,\"keys \"]]")));

        isRefused(3, ADAS.toString(), "twice", "2 and 4");
    }

    @Test
    void what_was_never_answered_arrives_too_after_the_faults() {
        submits(new EditId(POST, "ada", 2), "[2,[0,\"doors \"]]");

        isRefused(2, "edit 2 of client ada", "never arrived");
    }

    @Test
    void no_revision_is_skipped() {
        log.set(2, new Logged(4, BENS, log.get(2).changes()));

        isRefused(3, "after revision 2", "comes revision 4");
    }

    @Test
    void no_revision_is_used_twice() {
        log.set(2, new Logged(2, BENS, log.get(2).changes()));

        isRefused(3, "after revision 2", "comes revision 2", BENS.toString());
    }

    @Test
    void what_nobody_submitted_is_not_in_the_log() {
        log.add(new Logged(4, new EditId(POST, "eve", 1), ChangeSet.empty(13)));

        isRefused(3, "revision 4", "by nobody");
    }

    @Test
    void a_valid_edit_is_not_refused() {
        history.add(new Refused(ADAS, "one", "409 sequence-gap"));

        isRefused(2, ADAS.toString(), "sequence-gap");
    }

    @Test
    void an_editor_that_cannot_go_on_is_told_of() {
        history.add(new Confused(POST, "ada", "revision 9 expects 3 units"));

        isRefused(1, "client=ada", "revision 9");
    }

    @Test
    void a_replica_holds_what_the_log_gives() {
        newest.add(new Copy("ben", POST, 3, "# masks keys "));

        isRefused(1, "ben", "revision 3", "from position 2 'masks keys ' instead of 'keys masks '");
    }

    @Test
    void a_replica_that_is_behind_in_the_end_has_not_converged() {
        newest.add(new Copy("the draft view", POST, 2, "# keys "));

        isRefused(1, "the draft view", "holds revision 2", "newest is 3");
    }

    @Test
    void a_log_that_cannot_be_played_back_is_told_of() {
        log.set(2, new Logged(3, BENS, ChangeSet.parse("[99,[0,\"masks \"]]")));

        isRefused(1, "cannot be played back at 3", BENS.toString());
    }

    @Test
    void an_old_revision_stays_what_it_was() {
        earlier.add(new Copy("the history", POST, 1, "#"));

        isRefused(5, "the history", "revision 1");
    }

    @Test
    void what_an_editor_saw_at_a_revision_is_what_the_log_has_there() {
        history.add(new Saw(POST, "ben", 2, "# masks ".hashCode()));

        isRefused(5, "client ben", "revision 2");
    }

    @Test
    void an_edit_is_rebased_over_each_revision_since_its_base() {
        log.set(2, new Logged(3, BENS, ChangeSet.parse("[2,[0,\"masks \"],5]")));

        isRefused(4, "revision 3", BENS.toString());
    }

    @Test
    void an_edit_is_not_accepted_before_its_base() {
        history.add(new Submitted(new EditId(POST, "ada", 2), 7, "[13,[0,\"doors \"]]", "one"));
        log.add(new Logged(4, new EditId(POST, "ada", 2), ChangeSet.parse("[13,[0,\"doors \"]]")));

        isRefused(4, "revision 4", "edit 2 of client ada");
    }

    @Test
    void a_typed_word_stands_in_the_text() {
        history.add(new Inserted(POST, "doors "));

        isRefused(4, "'doors'", "0 times");
    }

    @Test
    void a_typed_word_stands_in_the_text_once() {
        log.add(new Logged(4, new EditId(POST, "ada", 2), ChangeSet.parse("[13,[0,\"keys \"]]")));

        isRefused(4, "'keys'", "2 times");
    }

    @Test
    void a_deleted_word_is_gone() {
        history.add(new Deleted(POST, "keys "));

        isRefused(4, "'keys'", "deleted", "1 times");
    }
}
