package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Someone names a revision, looks back at how the text came to be, and brings a part of it back while the other writes. */
@Story
class LookingBackStoryTest {

    private static final String LOST = "We look, and guess.";

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;
    private int named;

    @BeforeAll
    void two_people_have_a_post_open() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        stage.begin(ada, ben);
    }

    @Test
    @Order(1)
    void what_is_saved_by_itself_is_given_a_name_by_the_key_that_saves_elsewhere() {
        ada.goesBehind("as weather is.");
        ada.types(" Named.");
        ada.page.keyboard().press("Control+s");
        assertThat(dialog()).containsText("Everything is saved by itself");
        named = revisionIn(dialog().getByRole(AriaRole.HEADING).textContent());
        ada.types("Before the cut");
        ada.page.keyboard().press("Enter");
        assertThat(dialog()).hasCount(0);

        ben.sees("Named.");
        ben.goesBehind(LOST);
        for (int word = 0; word < 4; word++) {
            ben.page.keyboard().press("Control+Backspace");
        }
        ben.isSaved();
        assertThat(ada.source()).not().containsText(LOST);
    }

    @Test
    @Order(2)
    void the_timeline_is_walked_by_keys_and_each_step_has_its_address() {
        assertThat(ada.source()).not().containsText(LOST);
        ada.isSaved();
        ada.link("History").click();
        assertThat(slider()).isFocused();
        int newest = Integer.parseInt(slider().getAttribute("max"));
        ada.page.keyboard().press("Home");
        assertThat(slider()).hasAttribute("aria-valuetext", "Revision 0 of " + newest);
        ada.page.keyboard().press("ArrowRight");
        assertThat(slider()).hasAttribute("aria-valuetext", Pattern.compile("Revision 1 of \\d+, Ada, .+"));
        assertThat(ada.preview()).containsText(LOST);
        assertThat(ada.page).hasURL(Pattern.compile("/revisions/1$"));
        ada.page.keyboard().press("PageUp");
        assertThat(slider()).not().hasValue("1");
        ada.page.keyboard().press("End");
        assertThat(ada.page.locator(".cm-other-caret[data-name='Ben']")).hasCount(1);
        assertThat(ada.preview()).not().containsText(LOST);
        Screens.everyoneCanUse(ada.page, "looking-back");
    }

    @Test
    @Order(3)
    void an_address_opens_its_revision_and_one_that_is_not_there_is_said_plainly() {
        var address = ada.page.url().replaceFirst("/revisions/.*", "/revisions/");
        ada.page.navigate(address + "99999");
        assertThat(ada.page.getByRole(AriaRole.HEADING)).hasText("There is no revision 99999");
        ada.page.navigate(address + named);
        assertThat(ada.preview()).containsText("Named.");
        assertThat(ada.page.getByText("You are looking at revision " + named + " of"))
                .isVisible();
    }

    @Test
    @Order(4)
    void names_stand_in_the_timeline_and_are_changed_there() {
        var marks = ada.page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Marks"));
        assertThat(marks.getByRole(AriaRole.BUTTON).first()).hasText("Imported from a-page-of-madness.md");
        assertThat(marks.getByRole(AriaRole.BUTTON).last()).hasText("Before the cut");
        ada.presses("Rename Before the cut");
        ada.page.keyboard().press("ControlOrMeta+a");
        ada.types("The long version");
        ada.page.keyboard().press("Enter");
        assertThat(dialog()).hasCount(0);
        assertThat(marks.getByRole(AriaRole.BUTTON).last()).hasText("The long version");
        ada.presses("Rename The long version");
        ada.presses("Remove the name");
        assertThat(marks.getByRole(AriaRole.BUTTON)).hasCount(1);
    }

    @Test
    @Order(5)
    void space_plays_and_pauses() {
        ada.page.getByLabel("Speed").selectOption(new SelectOption().setLabel("16 ×"));
        slider().fill("0");
        slider().focus();
        ada.page.keyboard().press("Space");
        await("the play")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Integer.parseInt(slider().inputValue()) > 1);
        ada.page.keyboard().press("Space");
        assertThat(ada.button("Play")).isVisible();
    }

    @Test
    @Order(6)
    void a_part_comes_back_while_the_other_writes_on_and_one_undo_takes_it_away() {
        slider().fill(Integer.toString(named));
        assertThat(ada.source()).containsText(LOST);
        selectsInTheSource(LOST);
        ada.presses("Restore selection");
        var change = dialog().getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("What will change"));
        assertThat(change.locator("ins")).containsText("guess.");
        Screens.everyoneCanUse(ada.page, "restore");
        ben.goesBehind("Named.");
        ben.types(" Meanwhile.");
        ben.isSaved();
        ada.presses("Restore this part");

        ben.types(" And on.");
        for (var author : new Author[] {ada, ben}) {
            author.sees(LOST);
            author.sees("Named. Meanwhile. And on.");
        }
        ada.isSaved();
        assertThat(ada.page.getByText("A part of revision " + named + " is back"))
                .isVisible();
        ada.page.keyboard().press("ControlOrMeta+z");
        assertThat(ben.source()).not().containsText(LOST);
        ben.sees("Named. Meanwhile. And on.");
        ada.isSaved();

        ada.page.waitForFunction(
                "async (post) => (await (await fetch(post)).json()).restorations.length > 0",
                ada.page.url().replaceFirst("/studio/", "/api/") + "/history");
        ada.link("History").click();
        assertThat(ada.page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Sessions")))
                .containsText("Restored a part of revision " + named);
        ada.page.keyboard().press("Escape");
        assertThat(ada.page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Outline")))
                .isVisible();
    }

    private void selectsInTheSource(String text) {
        var spot = (List<?>) ada.source().evaluate("""
                async (source, text) => {
                  const nodes = document.createTreeWalker(source, NodeFilter.SHOW_TEXT)
                  while (nodes.nextNode() && !nodes.currentNode.data.includes(text)) {}
                  nodes.currentNode.parentElement.scrollIntoView({ block: 'center' })
                  await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)))
                  const from = nodes.currentNode.data.indexOf(text)
                  const range = document.createRange()
                  range.setStart(nodes.currentNode, from)
                  range.setEnd(nodes.currentNode, from + text.length)
                  const { left, right, top, height } = range.getBoundingClientRect()
                  return [left, right, top + height / 4]
                }
                """, text);
        var y = ((Number) spot.get(2)).doubleValue();
        ada.page.mouse().move(((Number) spot.get(0)).doubleValue(), y);
        ada.page.mouse().down();
        ada.page.mouse().move(((Number) spot.get(1)).doubleValue(), y);
        ada.page.mouse().up();
    }

    private Locator slider() {
        return ada.page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Revision"));
    }

    private Locator dialog() {
        return ada.page.getByRole(AriaRole.DIALOG);
    }

    private static int revisionIn(String heading) {
        assertThat(heading).matches("Name revision \\d+");
        return Integer.parseInt(heading.replaceAll("\\D", ""));
    }
}
