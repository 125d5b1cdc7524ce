package app.lookback.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();

    @Test
    void edits_by_one_author_without_a_long_pause_are_one_session() {
        assertThat(Session.joined(List.of(edit(ADA, 1, 0), edit(ADA, 2, 300), edit(ADA, 3, 600))))
                .containsExactly(new Session(ADA, 1, 3, at(0), at(600)));
    }

    @Test
    void a_long_pause_begins_another() {
        assertThat(Session.joined(List.of(edit(ADA, 1, 0), edit(ADA, 2, 601))))
                .containsExactly(edit(ADA, 1, 0), edit(ADA, 2, 601));
    }

    @Test
    void two_who_write_together_have_a_session_each() {
        assertThat(Session.joined(
                        List.of(edit(ADA, 1, 0), edit(BEN, 2, 1), edit(ADA, 3, 2), edit(BEN, 4, 3), edit(ADA, 5, 4))))
                .containsExactly(new Session(ADA, 1, 5, at(0), at(4)), new Session(BEN, 2, 4, at(1), at(3)));
    }

    private static Session edit(PersonId author, long revision, int second) {
        return new Session(author, revision, revision, at(second), at(second));
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
