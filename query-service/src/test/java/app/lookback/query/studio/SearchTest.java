package app.lookback.query.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.people.Person;
import app.lookback.query.studio.LibraryRoute.Post;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class SearchTest {

    private static final Person MIA = new Person(new PersonId("00000000-0000-4000-8000-000000000001"), "Mia Café");
    private static final Post POST = new Post(
            new PostId("abcdefghijklmnop"),
            "/posts/a-page-of-madness/",
            "狂つた一頁 カメラ",
            List.of("Silent film"),
            List.of(MIA),
            List.of(),
            1,
            0,
            false,
            null,
            Instant.EPOCH,
            null,
            1);

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "狂つた", "ｶﾒﾗ", "SILENT", "madness", "cafe", "café", "film mia 一頁"})
    void a_post_is_found_by_title_path_tag_and_author(String asked) {
        assertThat(Search.of(asked).finds(POST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loud", "film loud", "ben"})
    void all_words_must_be_there(String asked) {
        assertThat(Search.of(asked).finds(POST)).isFalse();
    }

    @Test
    void a_search_is_bounded() {
        assertThatThrownBy(() -> Search.of("x".repeat(201))).isInstanceOf(ErrorResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2001", "many", ""})
    void a_limit_is_a_number_within_bounds(String asked) {
        assertThatThrownBy(() -> Search.limit(asked)).isInstanceOf(ErrorResponseException.class);
    }
}
