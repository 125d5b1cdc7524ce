package app.lookback.query.live;

import static app.lookback.query.live.House.ADA;
import static app.lookback.query.live.House.BEN;
import static app.lookback.query.live.House.LEFT_EDITOR;
import static app.lookback.query.live.House.RIGHT_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenceTest {

    private final House house = new House();
    private final Browser ada = house.enters(ADA, LEFT_EDITOR);

    @Test
    void who_comes_is_shown_to_the_others_and_shown_who_is_there() {
        var ben = house.enters(BEN, RIGHT_EDITOR);

        var shown = ada.last("presence");
        assertThat(shown.path("name").asString()).isEqualTo("Ben");
        assertThat(shown.path("author").asString()).isEqualTo(BEN.value());
        assertThat(shown.path("client").asString()).isEqualTo(RIGHT_EDITOR);
        assertThat(ben.last("welcome")
                        .path("present")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly("Ada");
        assertThat(ben.heard("presence")).isEmpty();
    }

    @Test
    void many_moves_are_shown_as_few_and_the_last_one_is_shown() {
        var ben = house.enters(BEN, RIGHT_EDITOR);
        for (int place = 1; place <= 20; place++) {
            house.time.passMillis(5);
            ben.isHere(RIGHT_EDITOR, place);
        }
        house.time.passMillis(50);

        assertThat(ada.heard("presence").count()).isBetween(3L, 5L);
        assertThat(ada.last("presence").path("head").asInt()).isEqualTo(20);
    }

    @Test
    void who_has_no_focus_is_present_without_a_place() {
        house.enters(BEN, RIGHT_EDITOR)
                .says("{'type':'here','client':'%s','revision':0,'anchor':null,'head':null}".formatted(RIGHT_EDITOR));
        house.time.passMillis(50);

        assertThat(ada.last("presence").path("anchor").isNull()).isTrue();
        assertThat(ada.last("presence").path("head").isNull()).isTrue();
    }

    @Test
    void who_goes_is_said_to_have_left() {
        var ben = house.enters(BEN, RIGHT_EDITOR);
        var shownAs = ada.last("presence").path("connection").asString();
        ben.connection().end(Closing.GOING_AWAY);

        assertThat(ada.last("left").path("connection").asString()).isEqualTo(shownAs);
        assertThat(house.enters(BEN, RIGHT_EDITOR).last("welcome").path("present"))
                .hasSize(1);
    }

    @Test
    void a_move_that_waited_is_not_shown_after_leaving() {
        var ben = house.enters(BEN, RIGHT_EDITOR);
        ben.isHere(RIGHT_EDITOR, 4);
        ben.connection().end(Closing.GOING_AWAY);
        house.time.passMillis(100);

        assertThat(ada.frames.get(ada.frames.size() - 1).path("type").asString())
                .isEqualTo("left");
    }

    @Test
    void an_editor_that_comes_again_takes_the_place_of_its_lost_socket() {
        house.enters(BEN, RIGHT_EDITOR);
        house.enters(BEN, RIGHT_EDITOR);

        assertThat(ada.heard("left")).hasSize(1);
        assertThat(house.enters(ADA, RIGHT_EDITOR).last("welcome").path("present"))
                .hasSize(2);
    }

    @Test
    void nobody_takes_the_place_of_another_person() {
        var ben = house.enters(BEN, RIGHT_EDITOR);
        house.enters(BEN, LEFT_EDITOR);

        assertThat(ben.heard("left")).isEmpty();
        assertThat(ada.heard("left")).isEmpty();
    }
}
