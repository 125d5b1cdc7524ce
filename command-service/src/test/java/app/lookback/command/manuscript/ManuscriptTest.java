package app.lookback.command.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.command.manuscript.EditRefusal.ForeignClient;
import app.lookback.command.manuscript.EditRefusal.FutureBase;
import app.lookback.command.manuscript.EditRefusal.SequenceGap;
import app.lookback.command.manuscript.EditRefusal.SourceTooLarge;
import app.lookback.command.manuscript.EditRefusal.UnknownRevision;
import app.lookback.contract.ManuscriptEvent.ManuscriptStarted;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.log.LogSerializer;
import app.lookback.text.ChangeSet;
import app.lookback.text.RefusedEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

class ManuscriptTest {

    private static final PostId POST = new PostId("abcdefghijklmnop");
    private static final PersonId ADA = new PersonId("00000000-0000-4000-8000-00000000000a");
    private static final PersonId BEN = new PersonId("00000000-0000-4000-8000-00000000000b");
    private static final String ADAS = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BENS = "bbbbbbbb-0000-4000-8000-000000000001";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final AggregateTestFixture<Manuscript> fixture = new AggregateTestFixture<>(Manuscript.class);

    ManuscriptTest() {
        fixture.registerInjectableResource(new AcceptedEdits(fixture.getEventStore()));
    }

    @Test
    void a_manuscript_starts_empty() {
        fixture.givenNoPriorActivity()
                .when(new StartManuscript(POST, NOW))
                .expectEvents(new ManuscriptStarted(POST, NOW));
    }

    @Test
    void an_edit_becomes_the_next_revision() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"one\"]]"))
                .when(edit(ADA, ADAS, 2, 1, "[3,[0,\" two\"]]"))
                .expectResultMessagePayload(2L)
                .expectEvents(accepted(2, ADA, ADAS, 2, "[3,[0,\" two\"]]"));
    }

    @Test
    void a_late_edit_is_rebased_and_of_two_at_one_position_the_first_accepted_stays_left() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"ab\"]]"), accepted(2, ADA, ADAS, 2, "[1,[0,\"X\"],1]"))
                .when(edit(BEN, BENS, 1, 1, "[1,[0,\"Y\"],1]"))
                .expectResultMessagePayload(3L)
                .expectEvents(accepted(3, BEN, BENS, 1, "[2,[0,\"Y\"],1]"));
    }

    /** Composed first, these two revisions would put q behind A. */
    @Test
    void a_late_edit_is_rebased_over_one_revision_after_the_other() {
        given(
                        accepted(1, ADA, ADAS, 1, "[[0,\"01234567\"]]"),
                        accepted(2, ADA, ADAS, 2, "[3,[0,\"A\"],5]"),
                        accepted(3, ADA, ADAS, 3, "[4,[2],3]"))
                .when(edit(BEN, BENS, 1, 1, "[3,[0,\"q\"],5]"))
                .expectEvents(accepted(4, BEN, BENS, 1, "[4,[0,\"q\"],3]"));
    }

    @Test
    void an_edit_of_which_nothing_is_left_is_a_revision_all_the_same() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"abc\"]]"), accepted(2, ADA, ADAS, 2, "[[3]]"))
                .when(edit(BEN, BENS, 1, 1, "[1,[1],1]"))
                .expectResultMessagePayload(3L)
                .expectEvents(accepted(3, BEN, BENS, 1, "[]"));
    }

    @Test
    void a_repeated_submission_gets_the_revision_of_the_first_time() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\"]]"), accepted(2, BEN, BENS, 1, "[1,[0,\"b\"]]"))
                .when(edit(ADA, ADAS, 1, 0, "[[0,\"a\"]]"))
                .expectResultMessagePayload(1L)
                .expectNoEvents();
    }

    @Test
    void a_repeat_of_any_older_submission_is_found_in_the_log() {
        given(
                        accepted(1, BEN, BENS, 1, "[[0,\"b\"]]"),
                        accepted(2, ADA, ADAS, 1, "[1,[0,\"a\"]]"),
                        accepted(3, ADA, ADAS, 2, "[2,[0,\"a\"]]"),
                        accepted(4, ADA, ADAS, 3, "[3,[0,\"a\"]]"))
                .when(edit(ADA, ADAS, 2, 1, "[1,[0,\"a\"]]"))
                .expectResultMessagePayload(3L)
                .expectNoEvents();
    }

    @Test
    void a_base_older_than_what_is_remembered_is_read_from_the_log() {
        var events = new ArrayList<Object>();
        events.add(new ManuscriptStarted(POST, NOW));
        for (int n = 1; n <= 600; n++) {
            events.add(accepted(n, ADA, ADAS, n, n == 1 ? "[[0,\"x\"]]" : "[[0,\"x\"]," + (n - 1) + "]"));
        }
        fixture.given(events)
                .when(edit(BEN, BENS, 1, 1, "[1,[0,\"!\"]]"))
                .expectResultMessagePayload(601L)
                .expectEvents(accepted(601, BEN, BENS, 1, "[600,[0,\"!\"]]"));
    }

    @Test
    void a_client_belongs_to_its_first_author() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\"]]"))
                .when(edit(BEN, ADAS, 2, 1, "[1,[0,\"b\"]]"))
                .expectException(ForeignClient.class)
                .expectNoEvents();
    }

    @Test
    void submissions_are_counted_without_gaps() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\"]]"))
                .when(edit(ADA, ADAS, 3, 1, "[1,[0,\"b\"]]"))
                .expectException(SequenceGap.class);
        given().when(edit(BEN, BENS, 2, 0, "[[0,\"b\"]]")).expectException(SequenceGap.class);
    }

    @Test
    void nobody_has_seen_the_future() {
        given().when(edit(ADA, ADAS, 1, 1, "[[0,\"a\"]]")).expectException(FutureBase.class);
    }

    @Test
    void an_edit_fits_the_length_of_its_base() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"abc\"]]"), accepted(2, ADA, ADAS, 2, "[3,[0,\"d\"]]"))
                .when(edit(BEN, BENS, 1, 1, "[4,[0,\"x\"]]"))
                .expectException(RefusedEdit.class);
        given(accepted(1, ADA, ADAS, 1, "[[0,\"abc\"]]"))
                .when(edit(BEN, BENS, 1, 1, "[2,[0,\"x\"]]"))
                .expectException(RefusedEdit.class);
    }

    @Test
    void a_pair_of_surrogates_is_never_parted() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\\ud83d\\ude00\"]]"), accepted(2, ADA, ADAS, 2, "[[0,\">\"],3]"))
                .when(edit(BEN, BENS, 1, 1, "[2,[0,\"x\"],1]"))
                .expectException(RefusedEdit.class);
    }

    @Test
    void a_post_holds_two_million_units_and_may_always_become_shorter() {
        var full = new SourceEdited(POST, 1, ADA, ADAS, 1, ChangeSet.replace(0, 0, 0, "x".repeat(2_000_000)), NOW);
        given(full).when(edit(BEN, BENS, 1, 1, "[2000000,[0,\"x\"]]")).expectException(SourceTooLarge.class);
        given(full).when(edit(BEN, BENS, 1, 1, "[1999999,[1]]")).expectSuccessfulHandlerExecution();
    }

    @Test
    void only_what_exists_and_is_not_empty_is_confirmed() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\"]]"))
                .when(new ConfirmRevision(POST, 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\"]]"))
                .when(new ConfirmRevision(POST, 2))
                .expectException(UnknownRevision.class);
        given().when(new ConfirmRevision(POST, 0)).expectException(UnknownRevision.class);
    }

    @Test
    void edits_that_came_together_are_decided_one_after_the_other_and_a_refused_one_changes_nothing() {
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\"]]"))
                .when(new EditTogether(
                        POST,
                        List.of(
                                edit(ADA, ADAS, 2, 1, "[1,[0,\"b\"]]"),
                                edit(BEN, BENS, 1, 1, "[7,[0,\"!\"]]"),
                                edit(ADA, ADAS, 1, 0, "[[0,\"a\"]]"),
                                edit(BEN, BENS, 1, 1, "[1,[0,\"c\"]]"))))
                .expectEvents(accepted(2, ADA, ADAS, 2, "[1,[0,\"b\"]]"), accepted(3, BEN, BENS, 1, "[2,[0,\"c\"]]"))
                .expectResultMessagePayloadMatching(Matchers.matches((List<Outcome> outcomes) -> {
                    assertThat(outcomes.get(0)).isEqualTo(new Outcome.Accepted(2));
                    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
                    assertThat(outcomes.get(2)).isEqualTo(new Outcome.Accepted(1));
                    assertThat(outcomes.get(3)).isEqualTo(new Outcome.Accepted(3));
                    return true;
                }));
    }

    @Test
    void what_may_have_been_refused_for_want_of_news_is_decided_again_on_a_fresh_reading() {
        var together = new EditTogether(POST, List.of(edit(ADA, ADAS, 1, 1, "[[0,\"a\"]]")));
        given().when(together).expectException(FutureBase.class);
        given().when(together.again()).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void a_client_forgotten_long_ago_is_found_in_the_log() {
        var events = new ArrayList<Object>();
        events.add(new ManuscriptStarted(POST, NOW));
        events.add(accepted(1, ADA, ADAS, 1, "[[0,\"x\"]]"));
        for (int n = 2; n <= 1002; n++) {
            events.add(accepted(n, BEN, new UUID(0, n).toString(), 1, "[[0,\"x\"]," + (n - 1) + "]"));
        }
        fixture.given(events)
                .when(edit(ADA, ADAS, 1, 0, "[[0,\"x\"]]"))
                .expectResultMessagePayload(1L)
                .expectNoEvents();
        fixture.given(events).when(edit(ADA, ADAS, 2, 1, "[1,[0,\"!\"]]")).expectResultMessagePayload(1003L);
        fixture.given(events).when(edit(BEN, BENS, 1, 0, "[[0,\"new\"]]")).expectResultMessagePayload(1003L);
    }

    @Test
    void a_snapshot_keeps_everything() {
        var serializer = new LogSerializer();
        given(accepted(1, ADA, ADAS, 1, "[[0,\"a\\ud83d\\ude00\"]]"))
                .when(edit(BEN, BENS, 1, 0, "[[0,\"b\"]]"))
                .expectState(manuscript -> {
                    SerializedObject<String> stored = serializer.serialize(manuscript, String.class);
                    var again = serializer.deserialize(stored);
                    assertThat(serializer.serialize(again, String.class).getData())
                            .isEqualTo(stored.getData())
                            .contains("\"source\":\"a😀b\"", "\"revision\":2", ADAS, BENS);
                });
    }

    private TestExecutor<Manuscript> given(SourceEdited... edits) {
        var events = new ArrayList<Object>(List.of(new ManuscriptStarted(POST, NOW)));
        events.addAll(List.of(edits));
        return fixture.given(events);
    }

    private static SourceEdited accepted(long revision, PersonId author, String client, long sequence, String json) {
        return new SourceEdited(POST, revision, author, client, sequence, ChangeSet.parse(json), NOW);
    }

    private static EditSource edit(PersonId author, String client, long sequence, long base, String json) {
        return new EditSource(POST, author, client, sequence, base, ChangeSet.parse(json), NOW);
    }
}
