package app.lookback.query.live;

import static app.lookback.query.live.House.ADA;
import static app.lookback.query.live.House.BEN;
import static app.lookback.query.live.House.LEFT_EDITOR;
import static app.lookback.query.live.House.RIGHT_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private final House house = new House();

    @Test
    void a_newcomer_is_sent_the_whole_page() {
        house.stored.append("one");
        house.stored.append("two");
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.render();
        var ben = house.enters(BEN, RIGHT_EDITOR);

        assertThat(ada.blocksOfLastPage()).containsExactly("one", "two");
        assertThat(ben.blocksOfLastPage()).containsExactly("one", "two");
        assertThat(ben.last("preview").path("revision").asLong()).isEqualTo(2);
        assertThat(ben.last("preview").path("title").asString()).isEqualTo("title");
        assertThat(ben.last("preview").path("lines").toString()).isEqualTo("[1,2]");
        assertThat(house.rendered).hasSize(1);
    }

    @Test
    void a_hundred_watchers_cost_one_rendering_and_one_writing_of_each_frame() {
        var watchers = new ArrayList<Browser>();
        for (int i = 0; i < 50; i++) {
            watchers.add(house.enters(ADA, "11111111-9d86-4b7a-8f4e-" + (100_000_000_000L + i)));
            watchers.add(house.enters(BEN, "22222222-9d86-4b7a-8f4e-" + (100_000_000_000L + i)));
        }
        house.render();
        house.time.passMillis(200);
        int before = house.rendered.size();
        house.edit("one");
        var revision = watchers.get(0).lastSent;
        assertThat(watchers).allSatisfy(watcher -> assertThat(watcher.lastSent).isSameAs(revision));
        house.render();
        var page = watchers.get(0).lastSent;

        assertThat(page).contains("preview").isNotSameAs(revision);
        assertThat(watchers).allSatisfy(watcher -> assertThat(watcher.lastSent).isSameAs(page));
        assertThat(house.rendered.size() - before).isEqualTo(1);
    }

    @Test
    void only_the_blocks_that_changed_are_sent() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.edit("one");
        house.render();
        house.time.passMillis(200);
        house.render();
        house.edit("two");
        house.time.passMillis(200);
        house.render();

        assertThat(ada.last("preview").path("order").toString()).isEqualTo("[\"id of one\",\"id of two\"]");
        assertThat(ada.blocksOfLastPage()).containsExactly("two");
    }

    @Test
    void a_block_that_stands_twice_is_sent_once() {
        house.stored.append("same");
        house.stored.append("same");
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.render();

        assertThat(ada.last("preview").path("order")).hasSize(2);
        assertThat(ada.blocksOfLastPage()).containsExactly("same");
    }

    @Test
    void many_revisions_are_rendered_as_few_pages_the_last_of_which_is_the_newest() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        for (int i = 0; i < 100; i++) {
            house.edit("line");
            house.render();
            house.time.passMillis(10);
        }
        house.time.passMillis(200);
        house.render();

        assertThat(house.rendered.size()).isBetween(5, 8);
        assertThat(ada.last("preview").path("revision").asLong()).isEqualTo(100);
    }

    @Test
    void a_costly_page_is_rendered_less_often() {
        house.renderingMillis = 400;
        house.enters(ADA, LEFT_EDITOR);
        house.render();
        house.edit("one");
        house.time.passMillis(399);
        assertThat(house.renderings).isEmpty();

        house.time.passMillis(1);
        assertThat(house.renderings).hasSize(1);
    }

    @Test
    void one_rendering_at_a_time_and_none_delays_a_revision() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.edit("one");
        house.edit("two");
        house.time.passMillis(1000);

        assertThat(house.renderings).hasSize(1);
        assertThat(ada.revisions()).containsExactly(1L, 2L);
    }

    @Test
    void a_failing_renderer_leaves_the_revisions_alone_and_is_tried_again_with_the_next_one() {
        house.rendererFails = true;
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.render();
        house.edit("one");
        assertThat(ada.revisions()).containsExactly(1L);

        house.rendererFails = false;
        house.time.passMillis(200);
        house.render();
        assertThat(ada.blocksOfLastPage()).containsExactly("one");
    }

    @Test
    void a_source_that_asks_for_too_much_leaves_the_last_good_page_under_a_word_on_it() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.edit("one");
        house.render();
        house.time.passMillis(200);
        house.render();
        house.edit(House.TOO_MUCH);
        house.time.passMillis(200);
        house.render();

        assertThat(ada.last("preview").path("order").toString()).isEqualTo("[\"id of the problem\",\"id of one\"]");
        assertThat(ada.last("preview").path("revision").asLong()).isEqualTo(2);
    }

    @Test
    void a_browser_that_is_behind_misses_pages_but_no_revision() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.render();
        ada.stalls = true;
        for (int i = 1; i <= 5; i++) {
            house.edit("line " + i);
            house.time.passMillis(200);
            house.render();
        }
        ada.goesOn();

        assertThat(ada.revisions()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(ada.heard("preview")).hasSize(2);
        assertThat(ada.blocksOfLastPage()).containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
    }

    @Test
    void nothing_is_rendered_when_nobody_watches() {
        var ada = house.enters(ADA, LEFT_EDITOR);
        house.render();
        house.edit("one");
        ada.connection().end(Closing.GOING_AWAY);
        house.time.passMillis(1000);

        assertThat(house.renderings).isEmpty();
    }
}
