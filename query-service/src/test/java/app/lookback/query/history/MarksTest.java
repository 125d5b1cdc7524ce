package app.lookback.query.history;

import static app.lookback.query.platform.Stores.project;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import app.lookback.query.platform.Stores;
import app.lookback.query.platform.Written;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();

    private final Stores stores = new Stores();
    private final Marks marks = new Marks(stores.views, stores.log);
    private final Written written = Written.by(ADA, "/posts/marked/")
            .types(ADA, 0, "One.")
            .labelled(ADA, 1, 1, "First")
            .types(BEN, 4, " Two.")
            .labelled(BEN, 2, 2, "Second")
            .broughtBack(ADA, 1, 3)
            .renamed(BEN, 1, "The first")
            .unlabelled(ADA, 2);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void labels_have_their_last_name_and_the_one_who_gave_them() {
        project(written.events(), marks);

        var found = marks.of(written.post);
        assertThat(found.labels()).singleElement().satisfies(label -> {
            assertThat(label.name()).isEqualTo("The first");
            assertThat(label.by()).isEqualTo(ADA);
            assertThat(label.revision()).isEqualTo(1);
        });
        assertThat(found.restorations()).singleElement().satisfies(restoration -> {
            assertThat(restoration.revision()).isEqualTo(1);
            assertThat(restoration.as()).isEqualTo(3);
        });
    }

    @Test
    void the_same_events_twice_change_nothing() {
        project(written.events(), marks);
        var once = marks.of(written.post);

        project(written.events(), marks);

        assertThat(marks.of(written.post)).isEqualTo(once);
    }

    @Test
    void what_the_view_missed_is_taken_from_the_log() {
        project(written.events(), marks);
        var whole = marks.of(written.post);
        Stores.reset(marks);
        assertThat(marks.of(written.post).labels()).isEmpty();

        stores.append(written.events());
        project(written.events().subList(0, 4), marks);
        project(
                written.events()
                        .subList(written.events().size() - 1, written.events().size()),
                marks);

        assertThat(marks.of(written.post)).isEqualTo(whole);
    }
}
