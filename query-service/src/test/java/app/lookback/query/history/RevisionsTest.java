package app.lookback.query.history;

import static app.lookback.query.platform.Stores.project;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import app.lookback.query.platform.Stores;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final PersonId ADA = PersonId.random();

    private final Stores stores = new Stores();
    private final Shelf shelf = new Shelf(stores.views);
    private final Revisions revisions = new Revisions(shelf, stores.log);
    private final Keeping keeping = new Keeping(shelf, stores.log);
    private final Written written = typed(700);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void the_source_at_any_revision_is_what_the_authors_saw() {
        project(written.events(), keeping, 90);

        for (long revision = 0; revision <= written.revision(); revision += 7) {
            assertThat(revisions.source(written.post, revision)).contains(written.source(revision));
        }
        assertThat(revisions.source(written.post, written.revision())).contains(written.newest());
    }

    @Test
    void a_revision_from_the_future_has_no_source() {
        project(written.events(), keeping);

        assertThat(revisions.source(written.post, written.revision() + 1)).isEmpty();
        assertThat(revisions.find(written.post, written.revision() + 1)).isEmpty();
    }

    @Test
    void the_same_events_twice_change_nothing() {
        project(written.events(), keeping);
        var once = documents();

        project(written.events(), keeping);

        assertThat(documents()).isEqualTo(once);
    }

    @Test
    void events_that_come_again_after_a_lost_position_change_nothing() {
        project(written.events(), keeping, 100);
        var before = documents();

        project(written.events().subList(350, written.events().size()), keeping, 33);

        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void dropped_and_rebuilt_it_is_equal() {
        project(written.events(), keeping, 64);
        var before = documents();

        Stores.reset(keeping);
        assertThat(documents()).isEmpty();
        project(written.events(), keeping, 500);

        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void what_the_view_missed_is_taken_from_the_log() {
        stores.append(written.events());
        project(written.events().subList(0, 300), keeping, 50);
        project(written.events().subList(400, written.events().size()), keeping, 50);

        assertThat(revisions.newest(written.post)).isEqualTo(written.revision());
        assertThat(revisions.source(written.post, 350)).contains(written.source(350));
        assertThat(revisions.source(written.post, written.revision())).contains(written.newest());
    }

    @Test
    void what_the_view_does_not_hold_yet_is_read_from_the_log() {
        stores.append(written.events());
        project(written.events().subList(0, 500), keeping, 100);

        assertThat(revisions.source(written.post, 690)).contains(written.source(690));
        assertThat(revisions.after(written.post, 690)).hasSize(10);
    }

    @Test
    void revisions_come_in_order_and_at_most_500_at_once() {
        project(written.events(), keeping);

        assertThat(numbers(revisions.after(written.post, 3)))
                .hasSize(500)
                .startsWith(4L)
                .endsWith(503L);
        assertThat(numbers(revisions.after(written.post, 698))).containsExactly(699L, 700L);
        assertThat(revisions.after(written.post, 700)).isEmpty();
    }

    @Test
    void a_range_is_what_was_asked_for_however_many_buckets_it_touches() {
        project(written.events(), keeping, 90);

        assertThat(numbers(revisions.range(written.post, 120, 400)))
                .hasSize(281)
                .startsWith(120L)
                .endsWith(400L);
    }

    @Test
    void the_timeline_is_there_whatever_the_volumes_have_lost() {
        stores.append(written.events());
        project(written.events(), keeping, 90);
        var before = revisions.volumes(written.post);

        stores.views.getCollection("volumes").deleteMany(Filters.empty());

        assertThat(revisions.volumes(written.post)).isEqualTo(before);
        assertThat(Activity.sessions(before)).hasSize(1);
        assertThat(Activity.of(before).ends()).hasSize(11);
        written.types(ADA, 0, "x".repeat(200)).types(ADA, 0, "y");
        project(written.events(), keeping);
        assertThat(revisions.volumes(written.post).get(0).to()).isEqualTo(702);
    }

    private static List<Long> numbers(List<Revision> found) {
        return found.stream().map(Revision::revision).toList();
    }

    private List<Document> documents() {
        var found = new ArrayList<Document>();
        for (var collection : List.of("revisions", "volumes", "checkpoints", "weaves", "pastes")) {
            stores.views
                    .getCollection(collection)
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .into(found);
        }
        return found;
    }

    private static Written typed(int edits) {
        var written = Written.by(ADA, "/posts/typed/");
        var random = new Random(7);
        while (written.revision() < edits) {
            int length = written.newest().length();
            int from = random.nextInt(length + 1);
            int to = Math.min(length, from + random.nextInt(4));
            var text = "季節 " + written.revision() + "\n";
            written.edits(
                    ADA,
                    ChangeSet.replace(length, from, to, written.revision() % 300 == 299 ? text.repeat(5000) : text));
        }
        return written;
    }
}
