package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a post says of itself, who writes it and whether readers find it, by two people, one of them on a phone. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SettingsStoryTest {

    private static final Path SAMPLE = Repository.ROOT.resolve("samples").resolve("a-page-of-madness.md");
    private static final String TITLE = "A Page of Madness: a film that waited in a rice barrel";

    private Launched lookback;
    private Chromium chromium;
    private Author ada;
    private Author ben;

    @BeforeAll
    void two_people_have_a_post_open(@TempDir Path data) throws IOException {
        lookback = Launched.start(data);
        chromium = Chromium.open();
        ada = new Author("Ada", chromium.newPage(true));
        ben = new Author("Ben", chromium.newPage(true));
        ben.page.setViewportSize(390, 844);
        ada.comesInBy(lookback.setupLink());
        ada.drops(SAMPLE);
        ada.opens(TITLE);
        ben.comesInBy(ada.invites());
        ben.sees("title");
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
    void the_form_changes_the_text_and_follows_it() {
        ada.presses("Settings");
        ben.presses("Settings");
        assertThat(field(ada, "Title")).hasValue(TITLE);

        field(ada, "Title").fill("A Page of Rain");

        assertThat(field(ben, "Title")).hasValue("A Page of Rain");
        field(ben, "Tags").fill("季節");
        field(ben, "Tags").press("Enter");
        assertThat(ada.button("Remove the tag 季節")).isVisible();
        assertThat(ada.source()).containsText("季節");
        Screens.look(ada.page, "settings");
        Screens.everyoneCanUse(ada.page, "settings");
        Screens.look(ben.page, "settings-phone");
    }

    @Test
    @Order(2)
    void whose_access_is_taken_back_learns_it_at_once_and_keeps_the_text() {
        ada.button("Take back Ben’s access").click();
        ada.presses("Take access back");

        assertThat(ben.page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("This text could not be merged")))
                .isVisible();
        assertThat(ada.button("Take back Ben’s access")).hasCount(0);
    }

    @Test
    @Order(3)
    void a_withdrawn_post_is_gone_for_readers() {
        ada.presses("Close");
        ada.publishes(1);
        ada.presses("Settings");
        var reader = chromium.newPage(false);
        var address = lookback.site() + "/posts/a-page-of-madness/";
        ada.presses("Withdraw…");
        ada.presses("Withdraw");

        assertThat(ada.page.getByText("Publish to bring it back.")).isVisible();
        reader.navigate(address);
        assertThat(reader.locator("h1")).hasText("This post was withdrawn");
    }

    private static Locator field(Author author, String label) {
        return author.page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }
}
