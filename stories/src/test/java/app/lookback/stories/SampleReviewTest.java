package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer finds who only looks around. */
class SampleReviewTest {

    private static final int MIDDLE = 330;

    @Test
    void the_sample_review_has_a_history_worth_replaying(@TempDir Path data) throws IOException {
        try (var lookback = Launched.start(data);
                var chromium = Chromium.open()) {
            var newcomer = new Author("Kim", chromium.newPage(true));
            newcomer.comesInBy(lookback.setupLink());

            newcomer.presses("Add the sample review");
            var post = newcomer.page.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.LINK);
            assertThat(post).hasCount(1);
            Screens.look(newcomer.page, "library");
            Screens.everyoneCanUse(newcomer.page, "library");
            post.click();
            newcomer.isSaved();
            newcomer.link("History").click();

            replays(newcomer);
        }
    }

    private static void replays(Author newcomer) {
        var slider = newcomer.page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Revision"));
        assertThat(Integer.parseInt(slider.getAttribute("max"))).isGreaterThan(50);
        var sessions = newcomer.page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Sessions"));
        assertThat(sessions.getByRole(AriaRole.LISTITEM).count()).isGreaterThan(2);
        slider.fill(Integer.toString(MIDDLE));
        newcomer.presses("Play");
        await("the replay")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Integer.parseInt(slider.inputValue()) > MIDDLE + 5);
        newcomer.presses("Pause");
        var shown = Integer.parseInt(slider.inputValue());
        assertThat(newcomer.page).hasURL(Pattern.compile("/revisions/" + shown + "$"));
        assertThat(newcomer.page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Preview")))
                .containsText("Sherlock Jr.");
        Screens.look(newcomer.page, "history-sample");
    }
}
