package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while two people write. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CrashStoryTest {

    private Launched lookback;
    private Chromium chromium;
    private Author ada;
    private Author ben;

    @BeforeAll
    void bothHaveThePostOpen(@TempDir Path data) throws IOException {
        lookback = Launched.start(data);
        chromium = Chromium.open();
        ada = new Author("Ada", chromium.newPage(true));
        ben = new Author("Ben", chromium.newPage(true));
        ada.comesInBy(lookback.setupLink());
        assertThat(ada.button("Import")).isVisible();
        ada.drops(Repository.ROOT.resolve("samples/a-page-of-madness.md"));
        ada.opens("A Page of Madness: a film that waited in a rice barrel");
        ben.comesInBy(ada.invites());
        ben.sees("as weather is.");
    }

    @AfterAll
    void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (lookback != null) {
            lookback.close();
        }
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
        lookback.kill();
        typed.addAll(typeInTurns(16, 25));
        assertThat(ada.status().first()).containsText("kept on this device");
        Screens.look(ada.page, "reconnecting");

        lookback.startAgain();

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
    void a_second_start_finds_everything_as_it_was_within_ten_seconds() throws IOException {
        var before = ada.sourceAtServer("");
        lookback.close();
        var began = System.nanoTime();

        lookback.startAgain();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(lookback.said()).noneMatch(line -> line.contains("/studio/setup"));
        ada.page.reload();
        ada.sees("as weather is.");
        assertThat(ada.sourceAtServer("")).isEqualTo(before);
    }
}
