package app.lookback.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StepTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();

    @Test
    void a_step_is_where_a_session_ends_and_those_who_wrote_since_the_one_before() {
        var steps = Step.of(List.of(session(ADA, 1, 5), session(BEN, 4, 7), session(ADA, 8, 9)), 9, 300);

        assertThat(steps)
                .containsExactly(new Step(5, List.of(ADA, BEN)), new Step(7, List.of(BEN)), new Step(9, List.of(ADA)));
    }

    @Test
    void nothing_is_told_of_what_comes_after_the_last_revision() {
        var sessions = List.of(session(ADA, 1, 5), session(BEN, 4, 9), session(ADA, 7, 12));

        assertThat(Step.of(sessions, 6, 300))
                .containsExactly(new Step(5, List.of(ADA, BEN)), new Step(6, List.of(BEN)));
        assertThat(Step.of(sessions, 3, 300)).containsExactly(new Step(3, List.of(ADA)));
        assertThat(Step.of(List.of(), 0, 300)).isEmpty();
    }

    @Test
    void a_long_history_has_so_many_steps_the_first_and_the_last_among_them() {
        var sessions = LongStream.rangeClosed(1, 10_000)
                .mapToObj(at -> session(at % 2 == 0 ? ADA : BEN, at, at))
                .toList();

        var steps = Step.of(sessions, 9_999, 300);

        assertThat(steps).hasSize(300).extracting(Step::revision).isSorted().doesNotHaveDuplicates();
        assertThat(steps.get(0)).isEqualTo(new Step(1, List.of(BEN)));
        assertThat(steps.get(299).revision()).isEqualTo(9_999);
        assertThat(steps.get(150).authors()).containsExactlyInAnyOrder(ADA, BEN);
    }

    private static Session session(PersonId author, long from, long to) {
        return new Session(author, from, to, Instant.EPOCH, Instant.EPOCH);
    }
}
