package app.lookback.query.history;

import static app.lookback.query.platform.Stores.project;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.query.history.Weave.Strand;
import app.lookback.query.history.Weave.Typist;
import app.lookback.query.platform.Stores;
import app.lookback.query.platform.Written;
import app.lookback.text.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeaveTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();
    private static final PersonId CLARA = PersonId.random();

    private final Stores stores = new Stores();
    private final Shelf shelf = new Shelf(stores.views);
    private final Revisions revisions = new Revisions(shelf, stores.log);

    @AfterEach
    void close() {
        stores.close();
    }

    /** One unit after the other, one edit after the other. */
    private static final class Naive implements Walk {
        private final Map<PersonId, Long> typed = new HashMap<>();
        private List<Long> origins = new ArrayList<>();
        private List<Long> next = new ArrayList<>();
        private int position;
        private SourceEdited edit;

        void edit(SourceEdited edited) {
            edit = edited;
            next = new ArrayList<>();
            position = 0;
            edited.changes().walk(this);
            origins = next;
        }

        @Override
        public void kept(int units) {
            next.addAll(origins.subList(position, position + units));
            position += units;
        }

        @Override
        public void replaced(int units, String inserted) {
            position += units;
            typed.merge(edit.author(), (long) inserted.length(), Long::sum);
            inserted.chars().forEach(unit -> next.add(edit.revision()));
        }
    }

    @Test
    void each_unit_comes_from_the_revision_that_a_naive_model_says() {
        for (long seed = 11; seed <= 13; seed++) {
            var written = new Writers(ADA, seed).write(1100, ADA, BEN, CLARA).written;
            project(written.events(), new Keeping(shelf, stores.log), 130);
            var naive = new Naive();
            for (var edit : edits(written)) {
                naive.edit(edit);
                if (edit.revision() % 53 == 0) {
                    var weave = revisions.weave(written.post, edit.revision()).orElseThrow();
                    assertThat(units(weave))
                            .as("seed %d, revision %d", seed, edit.revision())
                            .isEqualTo(naive.origins);
                    assertThat(typed(weave)).containsAllEntriesOf(naive.typed);
                }
            }
        }
    }

    @Test
    void the_author_and_the_time_are_those_of_the_revision() {
        var written = new Writers(ADA, 5).write(300, ADA, BEN).written;
        project(written.events(), new Keeping(shelf, stores.log));
        var edits = edits(written);

        var weave = revisions.weave(written.post, 290).orElseThrow();

        assertThat(weave.strands()).isNotEmpty().allSatisfy(strand -> {
            var edit = edits.get((int) strand.revision() - 1);
            assertThat(weave.typists().get(strand.typist()).author()).isEqualTo(edit.author());
            assertThat(strand.second()).isEqualTo(edit.at().getEpochSecond());
        });
    }

    @Test
    void it_is_read_back_as_it_was_written() {
        var weave = new Weave(
                List.of(new Strand(3, 70_000, 1, 1_790_000_000), new Strand(1, 2, 0, 1_700_000_000)),
                List.of(new Typist(ADA, 5), new Typist(BEN, 3_000_000)));

        assertThat(Weave.parse(weave.bytes())).isEqualTo(weave);
        assertThat(Weave.parse(Weave.EMPTY.bytes())).isEqualTo(Weave.EMPTY);
    }

    private static List<SourceEdited> edits(Written written) {
        return written.events().stream()
                .map(event -> event.getPayload())
                .filter(SourceEdited.class::isInstance)
                .map(SourceEdited.class::cast)
                .toList();
    }

    private static List<Long> units(Weave weave) {
        var units = new ArrayList<Long>();
        for (var strand : weave.strands()) {
            for (int i = 0; i < strand.length(); i++) {
                units.add(strand.revision());
            }
        }
        return units;
    }

    private static Map<PersonId, Long> typed(Weave weave) {
        var typed = new HashMap<PersonId, Long>();
        weave.typists().forEach(typist -> typed.put(typist.author(), typist.typed()));
        return typed;
    }
}
