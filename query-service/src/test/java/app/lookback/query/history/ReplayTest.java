package app.lookback.query.history;

import static app.lookback.query.platform.Stores.project;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import app.lookback.query.platform.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Law 5: the source at revision n is, at any later time, what the authors saw at revision n. */
class ReplayTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();
    private static final PersonId CLARA = PersonId.random();

    private final Stores stores = new Stores();
    private final Shelf shelf = new Shelf(stores.views);
    private final Revisions revisions = new Revisions(shelf, stores.log);
    private final Keeping keeping = new Keeping(shelf, stores.log);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void whatever_anyone_saw_while_they_wrote_together_is_there_at_its_revision() {
        for (long seed = 1; seed <= 2; seed++) {
            var writers = new Writers(ADA, seed).write(600, ADA, BEN, CLARA);
            project(writers.written.events(), keeping, 70);

            assertThat(writers.seen).hasSizeGreaterThan(200);
            for (var noted : writers.seen.entrySet()) {
                var source = revisions.source(writers.written.post, noted.getKey());
                assertThat(noted.getValue())
                        .as("seed %d, revision %d", seed, noted.getKey())
                        .allSatisfy(saw -> assertThat(source).contains(saw));
            }
        }
    }
}
