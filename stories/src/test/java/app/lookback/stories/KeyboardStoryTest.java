package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Someone who never touches a mouse: from the one-time link to the history of what was published. */
@Story
class KeyboardStoryTest {

    private static final String TITLE = "Keys alone";
    private static final int MOST_STEPS = 60;

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;
    private Keyboard keys;

    @BeforeAll
    void start() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        keys = ada.page.keyboard();
    }

    @Test
    @Order(1)
    void an_account_is_made_and_a_post_is_begun() {
        ada.page.navigate(stage.setupLink());
        goesTo(ada.page.getByLabel("Name"));
        keys.type("Ada");
        goesTo(ada.page.getByLabel("Password"));
        keys.type(Author.PASSWORD);
        keys.press("Enter");
        ada.seesHeading("Library");

        keys.press("n");
        assertThat(ada.page.getByLabel("Title")).isFocused();
        keys.type(TITLE);
        keys.press("Enter");

        goesTo(ada.source());
        keys.press("Control+End");
        keys.type("Nobody clicked here.");
        ada.seesInThePreview("Nobody clicked here.");
        ada.isSaved();
    }

    @Test
    @Order(2)
    void a_heading_comes_from_the_menu_and_escape_then_tab_leaves_the_editor() {
        keys.press("Enter");
        keys.press("Enter");
        keys.type("/heading");
        assertThat(ada.page
                        .locator(".cm-tooltip-autocomplete")
                        .getByRole(AriaRole.OPTION)
                        .first())
                .isVisible();
        keys.press("Enter");
        keys.type("What keys can do");
        ada.sees("# What keys can do");

        keys.press("Escape");
        keys.press("Tab");

        assertThat(ada.source()).not().isFocused();
    }

    @Test
    @Order(3)
    void panels_are_opened_and_someone_is_invited() {
        for (var panel : new String[] {"Outline", "Settings"}) {
            opensPanel(panel);
            assertThat(ada.button("Close " + panel)).isVisible();
        }
        goesTo(ada.button("Share"));
        keys.press("Enter");
        goesTo(ada.button("Create invitation link"));
        keys.press("Enter");
        var link = ada.page.getByLabel("Invitation link").inputValue();
        ben.comesInBy(link);
        ben.sees("Nobody clicked here.");
    }

    /** The tabs are one stop; arrow keys go from one to the next. */
    private void opensPanel(String name) {
        var tab = ada.page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name));
        var tabs = ada.page.getByRole(AriaRole.TAB);
        for (int i = 0; i < MOST_STEPS && !has(tabs, "it.matches(':focus')"); i++) {
            keys.press("Tab");
        }
        for (int i = 0; i < 3 && !has(tab, "it === document.activeElement"); i++) {
            keys.press("ArrowDown");
        }
        assertThat(tab).isFocused();
        keys.press("Enter");
    }

    private static boolean has(Locator them, String what) {
        return (Boolean) them.evaluateAll("them => them.some((it) => " + what + ")");
    }

    @Test
    @Order(4)
    void the_other_is_followed_until_escape() {
        ben.source().click();
        ben.page.keyboard().press("Control+End");
        var other = ada.whoIsHere().getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Ben"));
        goesTo(other);
        keys.press("Enter");
        goesTo(other);
        keys.press("Enter");
        assertThat(ada.page.getByText("Following Ben")).isVisible();

        keys.press("Escape");

        assertThat(ada.page.getByText("Following Ben")).isHidden();
    }

    @Test
    @Order(5)
    void an_edition_is_published_and_looked_back_at() {
        ada.isSaved();
        goesTo(ada.button("Publish"));
        keys.press("Enter");
        goesTo(ada.button("Publish edition 1"));
        keys.press("Enter");
        assertThat(ada.page.getByRole(AriaRole.DIALOG)).containsText("Edition 1 is published");
        keys.press("Escape");
        assertThat(ada.page.getByRole(AriaRole.DIALOG)).hasCount(0);

        goesTo(ada.page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("History")));
        keys.press("Enter");
        var slider = ada.page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Revision"));
        goesTo(slider);
        keys.press("Home");
        keys.press("ArrowRight");
        assertThat(ada.page.getByText("Revision 1 of")).isVisible();
    }

    @Test
    @Order(6)
    void nothing_moves_for_who_does_not_want_that() {
        var moving = ada.page.evaluate("""
                () => [...document.querySelectorAll('*')]
                  .map((one) => getComputedStyle(one))
                  .filter((style) => [style.transitionDuration, style.animationDuration]
                    .some((times) => times.split(',').some((time) => parseFloat(time) > 0.001)))
                  .length
                """);

        assertThat(moving).isEqualTo(0);
    }

    /** By the key that everybody knows; out of the editor, where Tab indents, by Escape first. */
    private void goesTo(Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < MOST_STEPS && !has(target, "it === document.activeElement"); i++) {
            if (has(ada.source(), "it === document.activeElement")) {
                keys.press("Escape");
            }
            keys.press("Tab");
        }
        assertThat(target).isFocused();
    }
}
