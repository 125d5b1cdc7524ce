package app.lookback.query.live;

import static app.lookback.query.live.House.ADA;
import static app.lookback.query.live.House.BEN;
import static app.lookback.query.live.House.LEFT_EDITOR;
import static app.lookback.query.live.House.POST;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PostEvent.AuthorAdmitted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {

    private final House house = new House();
    private final Browser ada = house.enters(ADA, LEFT_EDITOR);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "7",
                "{",
                "{'type':'ping'} {'type':'ping'}",
                "{'type':'ping','type':'ping'}",
                "{'type':'ping','more':1}",
                "{'type':'shout'}",
                "{'type':7}",
                "{}",
                "{'type':'here'}",
                "{'type':'here','client':'me','revision':0,'anchor':0,'head':0}",
                "{'type':'here','client':7,'revision':0,'anchor':0,'head':0}",
                "{'type':'here','client':'CLIENT','revision':-1,'anchor':0,'head':0}",
                "{'type':'here','client':'CLIENT','revision':1.5,'anchor':0,'head':0}",
                "{'type':'here','client':'CLIENT','revision':99999999999999999999,'anchor':0,'head':0}",
                "{'type':'here','client':'CLIENT','revision':'0','anchor':0,'head':0}",
                "{'type':'here','client':'CLIENT','revision':0,'anchor':-1,'head':0}",
                "{'type':'here','client':'CLIENT','revision':0,'anchor':0,'head':2000001}",
                "{'type':'here','client':'CLIENT','revision':0,'anchor':0,'head':null}",
                "{'type':'here','client':'CLIENT','revision':0,'anchor':0}",
                "{'type':'here','client':'CLIENT','revision':0,'anchor':0,'head':0,'author':'someone else'}",
            })
    void a_malformed_message_is_refused_and_the_socket_stays(String message) {
        ada.says(message.replace("CLIENT", LEFT_EDITOR));

        assertThat(ada.last("problem").path("code").asString()).isEqualTo("malformed");
        assertThat(ada.closings).isEmpty();
        ada.says("{'type':'ping'}");
        assertThat(ada.heard("pong")).hasSize(1);
    }

    @Test
    void deep_nesting_is_refused_like_any_other_nonsense() {
        ada.says("[".repeat(2000));

        assertThat(ada.heard("problem")).hasSize(1);
    }

    @Test
    void whose_access_was_taken_back_is_closed_and_let_in_again_only_once_admitted() {
        var ben = house.enters(BEN, LEFT_EDITOR);
        house.connections.takenBack(POST, BEN);
        assertThat(ben.closings).containsExactly(Closing.NOT_LET_IN);
        assertThat(ada.closings).isEmpty();

        assertThat(house.connects(BEN).closings).containsExactly(Closing.NOT_LET_IN);
        house.connections.happened(new AuthorAdmitted(POST, BEN, ADA, Instant.EPOCH));
        assertThat(house.connects(BEN).closings).isEmpty();
    }

    @Test
    void a_deleted_post_is_closed_to_all_until_it_is_restored() {
        var ben = house.enters(BEN, LEFT_EDITOR);
        house.connections.deleted(POST, true);
        assertThat(ben.closings).containsExactly(Closing.DELETED);
        assertThat(ada.closings).containsExactly(Closing.DELETED);

        assertThat(house.connects(BEN).closings).containsExactly(Closing.DELETED);
        house.connections.deleted(POST, false);
        assertThat(house.connects(BEN).closings).isEmpty();
    }

    @Test
    void what_the_views_know_by_then_is_not_remembered() {
        house.connections.takenBack(POST, BEN);
        house.time.pass(Duration.ofSeconds(61));
        house.connections.sweep();

        assertThat(house.connects(BEN).closings).isEmpty();
    }

    @Test
    void who_floods_is_closed() {
        for (int i = 0; i < 60; i++) {
            ada.says("{'type':'ping'}");
        }

        assertThat(ada.last("problem").path("code").asString()).isEqualTo("flooded");
        assertThat(ada.closings).containsExactly(Closing.FLOODED);
    }

    @Test
    void fifty_messages_each_second_are_no_flood() {
        house.time.pass(Duration.ofSeconds(1));
        for (int second = 0; second < 5; second++) {
            for (int i = 0; i < 50; i++) {
                ada.says("{'type':'ping'}");
            }
            house.time.pass(Duration.ofSeconds(1));
        }

        assertThat(ada.closings).isEmpty();
    }

    @Test
    void who_is_silent_is_asked_and_then_closed() {
        house.time.pass(Duration.ofSeconds(11));
        house.connections.sweep();
        assertThat(ada.pings).isEqualTo(1);
        house.time.pass(Duration.ofSeconds(20));
        house.connections.sweep();

        assertThat(ada.closings).containsExactly(Closing.SILENT);
        assertThat(house.connections.size()).isZero();
    }

    @Test
    void a_browser_that_answers_for_its_sleeping_page_stays() {
        for (int i = 0; i < 10; i++) {
            house.time.pass(Duration.ofSeconds(20));
            ada.connection().alive();
            house.connections.sweep();
        }

        assertThat(ada.closings).isEmpty();
    }

    @Test
    void the_sockets_of_a_session_that_is_over_are_closed_and_no_others() {
        var ben = house.enters(BEN, LEFT_EDITOR);
        house.signedOut.add("session of Ada");
        house.connections.sweep();

        assertThat(ada.closings).containsExactly(Closing.SIGNED_OUT);
        assertThat(ben.closings).isEmpty();
    }

    @Test
    void one_person_has_fifty_sockets_at_most() {
        for (int i = 1; i < Connections.OF_ONE_PERSON; i++) {
            assertThat(house.connects(ADA).closings).isEmpty();
        }
        assertThat(house.connects(ADA).closings).containsExactly(Closing.FLOODED);
        assertThat(house.connects(BEN).closings).isEmpty();

        ada.connection().end(Closing.GOING_AWAY);
        assertThat(house.connects(ADA).closings).isEmpty();
    }

    @Test
    void a_socket_is_closed_once_and_for_one_reason() {
        ada.connection().end(Closing.SIGNED_OUT);
        ada.connection().end(Closing.SILENT);

        assertThat(ada.closings).containsExactly(Closing.SIGNED_OUT);
    }

    @Test
    void all_are_told_when_the_server_goes_away() {
        var ben = house.connects(BEN);
        house.connections.endAll();

        assertThat(ada.closings).containsExactly(Closing.GOING_AWAY);
        assertThat(ben.closings).containsExactly(Closing.GOING_AWAY);
        assertThat(house.rooms.size()).isZero();
    }
}
