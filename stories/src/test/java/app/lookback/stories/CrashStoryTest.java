package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server is killed while two people write. */
@Story
class CrashStoryTest {

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;

    @BeforeAll
    void bothHaveThePostOpen() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        stage.begin(ada, ben);
    }

    @Test
    @Order(1)
    void what_was_shown_as_saved_survives_kill_9_once_and_both_browsers_come_back_by_themselves() throws IOException {
        ada.goesBehind("which open every door but one.");
        ben.goesBehind("everyone looks happy.");
        var typed = new ArrayList<>(typeInTurns(1, 10));
        var saved = List.copyOf(typed);
        long revision = Math.max(ada.isSaved(), ben.isSaved());
        typed.addAll(typeInTurns(11, 15));
        stage.lookback().kill();
        typed.addAll(typeInTurns(16, 25));
        assertThat(ada.status().first()).containsText("kept on this device");
        Screens.look(ada.page, "reconnecting");

        stage.lookback().startAgain();

        for (var author : List.of(ada, ben)) {
            assertThat(author.status().first()).containsText("merged", new ContainsTextOptions().setTimeout(60_000));
        }
        assertThat(ada.sourceAtServer("/revisions/" + revision)).contains(saved);
        eachHasEachWordOnce(typed);
    }

    private List<String> typeInTurns(int from, int to) {
        var typed = new ArrayList<String>();
        for (int i = from; i <= to; i++) {
            var words = List.of(" keys%02d.".formatted(i), " masks%02d.".formatted(i));
            ada.types(words.get(0));
            ben.types(words.get(1));
            typed.addAll(words);
        }
        return typed;
    }

    private void eachHasEachWordOnce(List<String> typed) {
        await("everything typed")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> typed.stream().allMatch(ada.sourceAtServer("")::contains));
        var source = ada.sourceAtServer("");
        for (var word : typed) {
            assertThat(source).containsOnlyOnce(word);
            ada.sees(word);
            ben.sees(word);
        }
    }

    @Test
    @Order(2)
    void a_second_start_finds_everything_as_it_was() throws IOException {
        var before = ada.sourceAtServer("");
        stage.lookback().close();

        stage.lookback().startAgain();

        assertThat(stage.lookback().said()).noneMatch(line -> line.contains("/studio/setup"));
        ada.page.reload();
        ada.sees("as weather is.");
        assertThat(ada.sourceAtServer("")).isEqualTo(before);
    }
}
