package app.lookback.command.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.text.ChangeSet;
import org.junit.jupiter.api.Test;

class RecentChangesTest {

    @Test
    void the_newest_512_are_remembered() {
        var recent = new RecentChanges();
        for (int length = 0; length < 600; length++) {
            recent.add(ChangeSet.replace(length, 0, 0, "x"));
        }
        assertThat(recent.size()).isEqualTo(512);
        assertThat(recent.newest(2)).extracting(ChangeSet::length).containsExactly(598, 599);
    }

    @Test
    void large_changes_are_remembered_only_while_they_take_a_quarter_of_a_million_units_together() {
        var recent = new RecentChanges();
        recent.add(ChangeSet.replace(0, 0, 0, "x".repeat(150_000)));
        recent.add(ChangeSet.replace(150_000, 0, 0, "y".repeat(150_000)));
        assertThat(recent.size()).isEqualTo(1);
        recent.add(ChangeSet.replace(300_000, 0, 300_000, "z".repeat(300_000)));
        assertThat(recent.size()).isZero();
        assertThat(recent.room()).isZero();
    }
}
