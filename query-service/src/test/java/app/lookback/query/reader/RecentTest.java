package app.lookback.query.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<String> made = new ArrayList<>();

    @Test
    void what_was_asked_for_of_late_is_made_once() {
        var recent = new Recent<String, String>(2, 100, String::length);

        ask(recent, "a", "b", "a", "c", "a", "b");

        assertThat(made).containsExactly("a", "b", "c", "b");
    }

    @Test
    void no_more_is_kept_than_may_weigh_and_what_is_too_heavy_by_itself_not_at_all() {
        var recent = new Recent<String, String>(100, 5, String::length);

        ask(recent, "aaa", "bb", "aaa", "bb", "cc", "bb", "aaa", "toomuch", "toomuch");

        assertThat(made).containsExactly("aaa", "bb", "cc", "aaa", "toomuch", "toomuch");
    }

    private void ask(Recent<String, String> recent, String... keys) {
        for (var key : keys) {
            assertThat(recent.get(key, wanted -> {
                        made.add(wanted);
                        return wanted;
                    }))
                    .isEqualTo(key);
        }
    }
}
