package app.lookback.command.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WritersTest {

    private static final PostId POST = new PostId("abcdefghijklmnop");
    private static final PersonId ADA = PersonId.random();

    private final Writers writers = new Writers();

    @Test
    void a_client_is_known_by_its_first_and_newest_revision() {
        wrote(1, 5, 1);
        wrote(2, 6, 1);
        wrote(1, 7, 2);

        assertThat(writers.get(client(1))).isEqualTo(new Writer(ADA, 5, 2, 7));
        assertThat(writers.get(client(3))).isNull();
    }

    @Test
    void who_wrote_longest_ago_is_forgotten_first() {
        for (int n = 1; n <= 1000; n++) {
            wrote(n, n, 1);
        }
        wrote(1, 1001, 2);
        wrote(1001, 1002, 1);

        assertThat(writers.size()).isEqualTo(1000);
        assertThat(writers.get(client(1))).isNotNull();
        assertThat(writers.get(client(2))).isNull();
    }

    @Test
    void a_first_edit_that_has_seen_all_of_the_forgotten_is_of_a_new_client() {
        for (int n = 1; n <= 1001; n++) {
            wrote(n, n + 10, 1);
        }

        assertThat(writers.mayHaveForgotten(edit(1, 11))).isFalse();
        assertThat(writers.mayHaveForgotten(edit(1, 10))).isTrue();
        assertThat(writers.mayHaveForgotten(edit(2, 1000))).isTrue();
    }

    @Test
    void nobody_is_forgotten_before_there_are_a_thousand() {
        wrote(1, 11, 1);

        assertThat(writers.mayHaveForgotten(edit(2, 0))).isFalse();
    }

    private void wrote(int client, long revision, long sequence) {
        writers.wrote(
                new SourceEdited(POST, revision, ADA, client(client), sequence, ChangeSet.empty(0), Instant.EPOCH));
    }

    private static EditSource edit(long sequence, long base) {
        return new EditSource(POST, ADA, client(1), sequence, base, ChangeSet.empty(0), Instant.EPOCH);
    }

    private static String client(int number) {
        return new UUID(0, number).toString();
    }
}
