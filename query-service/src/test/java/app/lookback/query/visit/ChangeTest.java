package app.lookback.query.visit;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Session;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();
    private static final PersonId CLARA = PersonId.random();

    @Test
    void what_one_wrote_oneself_is_no_news() {
        assertThat(Change.since(3, ADA, List.of(session(ADA, 1, 9), session(BEN, 10, 12))))
                .containsExactly(change(10, 12, BEN));
    }

    @Test
    void what_was_seen_is_left_out() {
        assertThat(Change.since(11, ADA, List.of(session(BEN, 2, 9), session(BEN, 10, 12))))
                .containsExactly(new Change(List.of(BEN), 12, 12, at(10), at(12)));
        assertThat(Change.since(12, ADA, List.of(session(BEN, 10, 12)))).isEmpty();
    }

    @Test
    void those_who_wrote_at_the_same_time_are_told_together() {
        assertThat(Change.since(0, ADA, List.of(session(BEN, 1, 20), session(CLARA, 5, 30), session(BEN, 31, 33))))
                .containsExactly(change(1, 30, BEN, CLARA), change(31, 33, BEN));
    }

    private static Session session(PersonId author, long from, long to) {
        return new Session(author, from, to, at(from), at(to));
    }

    private static Change change(long from, long to, PersonId... people) {
        return new Change(List.of(people), from, to, at(from), at(to));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
