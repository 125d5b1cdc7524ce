package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
        assertThat(ada.button("Import")).isVisible();
        ada.drops(SAMPLE);
        ada.opens(TITLE);
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
    void the_form_changes_the_text_and_follows_it() {
        settings(ada).click();
        settings(ben).click();
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

        assertThat(ben.page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("This post is closed to you")))
                .isVisible();
        assertThat(ada.button("Take back Ben’s access")).hasCount(0);
    }

    @Test
    @Order(3)
    void a_withdrawn_post_is_gone_for_readers() {
        ada.publishes(1);
        var reader = chromium.newPage(false);
        var address = lookback.site() + "/posts/a-page-of-madness/";
        ada.presses("Withdraw…");
        ada.presses("Withdraw");

        assertThat(ada.page.getByText("Publish to bring it back.")).isVisible();
        soonReads(reader, address, "This post was withdrawn");
        ada.publishes(2);
        soonReads(reader, address, "A Page of Rain");
    }

    /** Readers' pages follow the log a moment later. */
    private static void soonReads(Page reader, String address, String heading) {
        reader.waitForCondition(() -> {
            reader.navigate(address);
            return heading.equals(reader.locator("h1").textContent());
        });
    }

    private static Locator settings(Author author) {
        return author.page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Settings"));
    }

    private static Locator field(Author author, String label) {
        return author.page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }
}
