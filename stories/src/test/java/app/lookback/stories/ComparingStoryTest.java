package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Someone comes back and learns what the other has changed, who wrote what, and how it differs from what readers have. */
@Story
class ComparingStoryTest {

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;
    private String post;

    @BeforeAll
    void benWritesWhileAdaIsAway() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        stage.begin(ada, ben);
        ada.publishes(1);
        post = ada.page.url();
        ada.link("Library").click();
        ben.goesBehind("as weather is.");
        ben.types(" Or as rain is, 雨のように.");
        ben.goesBehind("We look, and guess.");
        for (int word = 0; word < 2; word++) {
            ben.page.keyboard().press("Control+Backspace");
        }
        ben.isSaved();
    }

    @Test
    @Order(1)
    void who_comes_back_is_offered_what_the_others_changed_and_sees_it_happen() {
        ada.opens(Sample.TITLE);
        var offer = ada.page.getByText("Ben changed this once");
        assertThat(offer).isVisible();
        ada.presses("Catch me up");

        var dialog = ada.page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.LIST)).containsText("雨のように");
        var next = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next step"));
        for (int step = 0; step < 12; step++) {
            next.click();
        }
        assertThat(dialog.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("value", "1");
        assertThat(dialog.getByRole(AriaRole.TEXTBOX)).containsText("We look, and ");
        assertThat(dialog.locator("del")).isVisible();
        Screens.everyoneCanUse(ada.page, "catch-up");

        ada.presses("Go on writing");
        assertThat(offer).isHidden();
        ada.page.reload();
        ada.sees("雨のように");
        assertThat(offer).isHidden();
    }

    @Test
    @Order(2)
    void the_text_shows_who_wrote_it() {
        ada.page
                .getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Authors"))
                .click();
        var people = ada.page.getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Contributors"));
        assertThat(people).containsText(Pattern.compile("Ada.*9\\d% of the text.*Ben.*[1-9]% of the text"));
        ada.page.getByLabel("Colour the text by author").check();
        assertThat(ada.page.locator(".cm-by").filter(new Locator.FilterOptions().setHasText("雨のように")))
                .hasText("Or as rain is, 雨のように.");

        ada.goesBehind("Or as rain is");
        var line = ada.page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("This line"));
        assertThat(line).containsText("Ben");
        Screens.everyoneCanUse(ada.page, "authors");
        line.getByRole(AriaRole.LINK).click();
        assertThat(ada.page).hasURL(Pattern.compile("/revisions/\\d+$"));
    }

    @Test
    @Order(3)
    void the_draft_is_compared_with_what_readers_have_by_the_keyboard_alone() {
        ada.page.navigate(post);
        ada.tabsTo(ada.page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("Edition 1, \\d+ unpublished edits"))));
        ada.page.keyboard().press("Enter");

        var main = ada.page.getByRole(AriaRole.MAIN);
        assertThat(main.locator("ins").first()).containsText("雨のように");
        Screens.everyoneCanUse(ada.page, "compare-page");
        ada.page.keyboard().press("n");
        assertThat(main.locator("[data-change]:focus")).containsText("雨のように");

        ada.tabsTo(ada.button("Source"));
        ada.page.keyboard().press("Enter");
        assertThat(main.locator("del").first()).containsText("guess");
        ada.tabsTo(ada.button("Side by side"));
        ada.page.keyboard().press("Enter");
        assertThat(main.locator("[data-change]").first()).containsText("雨のように");
        Screens.everyoneCanUse(ada.page, "compare-source");

        ada.page.keyboard().press("Escape");
        assertThat(ada.source()).isVisible();
    }

    @Test
    @Order(4)
    void what_is_not_there_is_said() {
        ada.page.navigate(post + "/compare/edition-7...99999");
        assertThat(ada.page.getByRole(AriaRole.ALERT)).hasText("There is no edition 7: the post has 1.");
    }
}
