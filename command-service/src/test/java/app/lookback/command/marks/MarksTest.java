package app.lookback.command.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.marks.MarkCommand.LabelRevision;
import app.lookback.command.marks.MarkCommand.MarkRestoration;
import app.lookback.command.marks.MarkCommand.RemoveLabel;
import app.lookback.command.marks.MarkCommand.RenameLabel;
import app.lookback.command.marks.MarkRefusal.BadName;
import app.lookback.command.marks.MarkRefusal.NotLater;
import app.lookback.command.marks.MarkRefusal.TooMany;
import app.lookback.command.marks.MarkRefusal.UnknownLabel;
import app.lookback.contract.MarkEvent.LabelRemoved;
import app.lookback.contract.MarkEvent.LabelRenamed;
import app.lookback.contract.MarkEvent.RevisionLabelled;
import app.lookback.contract.MarkEvent.RevisionRestored;
import app.lookback.contract.MarkEvent.SourceImported;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final PostId POST = new PostId("abcdefghijklmnop");
    private static final PersonId ADA = new PersonId("00000000-0000-4000-8000-00000000000a");
    private static final PersonId BEN = new PersonId("00000000-0000-4000-8000-00000000000b");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final RevisionLabelled FIRST = new RevisionLabelled(POST, 1, 7, "First draft", ADA, NOW);

    private final AggregateTestFixture<Marks> fixture = new AggregateTestFixture<>(Marks.class);

    @Test
    void the_first_label_is_number_one() {
        fixture.givenNoPriorActivity()
                .when(new LabelRevision(POST, 7, "First draft", ADA, NOW))
                .expectResultMessagePayload(1)
                .expectEvents(FIRST);
    }

    @Test
    void a_revision_has_as_many_names_as_people_like() {
        fixture.given(FIRST)
                .when(new LabelRevision(POST, 7, "For Ada", BEN, NOW))
                .expectResultMessagePayload(2)
                .expectEvents(new RevisionLabelled(POST, 2, 7, "For Ada", BEN, NOW));
    }

    @Test
    void the_same_name_for_the_same_revision_is_the_label_that_is_there() {
        fixture.given(FIRST)
                .when(new LabelRevision(POST, 7, "First draft", BEN, NOW))
                .expectResultMessagePayload(1)
                .expectNoEvents();
    }

    @Test
    void what_was_imported_is_marked_once() {
        var imported = new SourceImported(POST, 1, "look-back.md", ADA, NOW);
        fixture.givenNoPriorActivity()
                .when(new MarkImport(POST, 1, "look-back.md", ADA, NOW))
                .expectEvents(imported);
        fixture.given(imported)
                .when(new MarkImport(POST, 1, "look-back.md", ADA, NOW))
                .expectNoEvents();
    }

    @Test
    void a_label_is_renamed() {
        fixture.given(FIRST)
                .when(new RenameLabel(POST, 1, "Draft for Ben", BEN, NOW))
                .expectEvents(new LabelRenamed(POST, 1, "Draft for Ben", BEN, NOW));
        fixture.given(FIRST)
                .when(new RenameLabel(POST, 1, "First draft", BEN, NOW))
                .expectNoEvents();
    }

    @Test
    void a_label_is_removed_and_its_number_is_never_another_ones() {
        var removed = new LabelRemoved(POST, 1, BEN, NOW);
        fixture.given(FIRST).when(new RemoveLabel(POST, 1, BEN, NOW)).expectEvents(removed);
        fixture.given(FIRST, removed)
                .when(new LabelRevision(POST, 7, "First draft", ADA, NOW))
                .expectResultMessagePayload(2);
    }

    @Test
    void only_a_label_that_is_there_is_renamed_or_removed() {
        fixture.givenNoPriorActivity().when(new RemoveLabel(POST, 1, BEN, NOW)).expectException(UnknownLabel.class);
        fixture.given(FIRST, new LabelRemoved(POST, 1, BEN, NOW))
                .when(new RenameLabel(POST, 1, "x", BEN, NOW))
                .expectException(UnknownLabel.class);
    }

    @Test
    void labels_are_bounded() {
        fixture.given(IntStream.rangeClosed(1, 1000)
                        .mapToObj(n -> new RevisionLabelled(POST, n, n, "n", ADA, NOW))
                        .toList())
                .when(new LabelRevision(POST, 7, "One more", ADA, NOW))
                .expectException(TooMany.class);
    }

    @Test
    void a_restoration_is_marked_once() {
        var marked = new RevisionRestored(POST, 3, 9, true, BEN, NOW);
        fixture.givenNoPriorActivity()
                .when(new MarkRestoration(POST, 3, 9, true, BEN, NOW))
                .expectEvents(marked);
        fixture.given(marked)
                .when(new MarkRestoration(POST, 3, 9, true, BEN, NOW))
                .expectNoEvents();
    }

    @Test
    void what_is_brought_back_is_older() {
        fixture.givenNoPriorActivity()
                .when(new MarkRestoration(POST, 9, 9, true, BEN, NOW))
                .expectException(NotLater.class);
    }

    @Test
    void a_name_can_be_read() {
        assertThat(LabelName.of("  季節 🧵 ").text()).isEqualTo("季節 🧵");
        assertThat(LabelName.of("🧵".repeat(100)).text()).hasSize(200);
        for (var bad : new String[] {"", "  ", "a\nb", "a\u0000b", "x".repeat(101), "a\u2028b", "\ud800"}) {
            assertThatThrownBy(() -> LabelName.of(bad)).isInstanceOf(BadName.class);
        }
    }
}
