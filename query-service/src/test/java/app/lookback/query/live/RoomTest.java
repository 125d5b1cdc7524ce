package app.lookback.query.live;

import static app.lookback.query.live.House.ADA;
import static app.lookback.query.live.House.BEN;
import static app.lookback.query.live.House.LEFT_EDITOR;
import static app.lookback.query.live.House.POST;
import static app.lookback.query.live.House.RIGHT_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final House house = new House();

    @Test
    void a_newcomer_is_welcomed_at_the_newest_revision_and_sent_the_ones_after_it() {
        house.stored.append("one");
        house.stored.append("two");

        var ada = house.enters(ADA, LEFT_EDITOR);
        house.edit("three");

        assertThat(ada.last("welcome").path("revision").asLong()).isEqualTo(2);
        assertThat(ada.revisions()).containsExactly(3L);
    }

    @Test
    void a_revision_is_sent_as_the_log_holds_it() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.edit("one");

        assertThat(ada.last("revision").toString())
                .isEqualTo("{\"type\":\"revision\",\"revision\":1,\"client\":\"5d2f2a52-9d86-4b7a-8f4e-b7a5a1c0d001\","
                        + "\"sequence\":1,\"author\":\"6f1c2f0e-3f5d-4a55-9a53-0d9f4f3b9f11\","
                        + "\"at\":\"2026-05-04T03:02:01.123Z\",\"changes\":[[0,\"one\",\"\"]]}");
    }

    @Test
    void nobody_is_sent_revisions_before_the_welcome() {
        var ada = house.connects(ADA);
        house.edit("one");
        ada.isHere(LEFT_EDITOR, 0);

        assertThat(ada.revisions()).isEmpty();
        assertThat(ada.last("welcome").path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void a_revision_that_comes_twice_or_late_is_sent_once() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        var first = house.stored.append("one");
        var second = house.stored.append("two");
        house.rooms.edited(first);
        house.rooms.edited(second);
        house.rooms.edited(first);
        house.rooms.edited(second);

        assertThat(ada.revisions()).containsExactly(1L, 2L);
    }

    @Test
    void a_gap_is_filled_from_the_log() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.stored.append("one");
        house.stored.append("two");
        house.edit("three");

        assertThat(ada.revisions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_gap_is_filled_as_soon_as_the_log_can_be_reached_again() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.stored.append("one");
        house.stored.unreachable = true;
        house.edit("two");
        assertThat(ada.revisions()).isEmpty();

        house.stored.unreachable = false;
        house.time.pass(Duration.ofSeconds(1));

        assertThat(ada.revisions()).containsExactly(1L, 2L);
    }

    @Test
    void who_comes_while_the_post_cannot_be_opened_is_told_to_come_again() {
        house.stored.unreachable = true;
        assertThat(house.enters(ADA, LEFT_EDITOR).closings).containsExactly(Closing.FAILED);

        house.stored.unreachable = false;
        assertThat(house.enters(ADA, LEFT_EDITOR).heard("welcome")).hasSize(1);
    }

    @Test
    void an_edition_is_announced_with_its_address() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.rooms.published(new EditionPublished(POST, 1, 7, BEN, Instant.EPOCH));

        assertThat(ada.last("edition").toString())
                .isEqualTo("{\"type\":\"edition\",\"edition\":1,\"revision\":7,\"path\":\"/posts/look-back/\",\"by\":\""
                        + BEN + "\"}");
    }

    @Test
    void an_edition_is_announced_once_readers_get_it() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.stored.read = 0;
        house.rooms.published(new EditionPublished(POST, 1, 7, BEN, Instant.EPOCH));
        house.time.passMillis(200);
        assertThat(ada.heard("edition")).isEmpty();

        house.stored.read = 1;
        house.time.passMillis(50);

        assertThat(ada.heard("edition")).hasSize(1);
    }

    @Test
    void an_edition_whose_page_is_long_in_coming_is_announced_without_it() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.stored.read = 0;
        house.rooms.published(new EditionPublished(POST, 1, 7, BEN, Instant.EPOCH));
        for (int i = 0; i < 200; i++) {
            house.time.passMillis(50);
        }

        assertThat(ada.heard("edition")).hasSize(1);
    }

    @Test
    void an_edition_that_comes_again_is_announced_once() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.rooms.published(new EditionPublished(POST, 1, 7, BEN, Instant.EPOCH));
        house.rooms.published(new EditionPublished(POST, 1, 7, BEN, Instant.EPOCH));
        house.rooms.published(new EditionPublished(POST, 2, 8, BEN, Instant.EPOCH));

        assertThat(ada.heard("edition")).hasSize(2);
    }

    @Test
    void another_posts_events_are_not_heard() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        var other = new Stored(new PostId("zzzzzzzzzzzzzzzz"));
        house.rooms.edited(other.append("secret"));

        assertThat(ada.revisions()).isEmpty();
    }

    @Test
    void a_room_that_all_have_left_is_forgotten_and_opens_again_at_the_newest_revision() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        ada.connection().end(Closing.GOING_AWAY);
        assertThat(house.rooms.size()).isZero();
        house.edit("one");

        var ben = house.enters(BEN, RIGHT_EDITOR);

        assertThat(ben.last("welcome").path("revision").asLong()).isEqualTo(1);
        assertThat(ada.revisions()).isEmpty();
    }

    @Test
    void a_room_kept_by_a_silent_socket_opens_again_at_the_newest_revision() {
        house.connects(BEN);
        house.enters(ADA, LEFT_EDITOR).connection().end(Closing.GOING_AWAY);
        house.edit("one");

        var again = house.enters(ADA, LEFT_EDITOR);

        assertThat(again.last("welcome").path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void an_edit_that_does_not_fit_ends_its_own_room_instead_of_leaving_it_behind() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.edit("one");
        house.rooms.edited(new SourceEdited(
                POST, 2, BEN, RIGHT_EDITOR, 1, ChangeSet.replace(99, 0, 0, "not made for this text"), Instant.EPOCH));

        assertThat(ada.closings).containsExactly(Closing.FAILED);
        assertThat(ada.revisions()).containsExactly(1L);
    }

    @Test
    void an_edit_that_cannot_be_read_ends_its_own_room_and_no_other() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.rooms.fail(new PostId("zzzzzzzzzzzzzzzz"));
        assertThat(ada.closings).isEmpty();
        house.rooms.fail(POST);

        assertThat(ada.closings).containsExactly(Closing.FAILED);
        assertThat(house.rooms.size()).isZero();
    }

    @Test
    void a_gap_that_cannot_be_filled_is_tried_once_a_second_however_many_edits_come() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.stored.append("one");
        house.stored.unreachable = true;
        for (int i = 0; i < 50; i++) {
            house.edit("more");
        }
        int before = house.stored.readings;
        house.time.pass(Duration.ofSeconds(1));

        assertThat(house.stored.readings - before).isEqualTo(1);
        assertThat(ada.closings).isEmpty();
    }

    @Test
    void a_slow_browser_is_given_up_and_the_others_hear_everything() {
        var slow = house.enters(ADA, LEFT_EDITOR);
        var quick = house.enters(BEN, RIGHT_EDITOR);
        slow.stalls = true;
        for (int i = 0; i < 30; i++) {
            house.edit("x".repeat(50_000));
        }

        assertThat(slow.closings).containsExactly(Closing.TOO_SLOW);
        assertThat(quick.revisions()).hasSize(30);
        assertThat(quick.heard("left")).hasSize(1);
    }
}
