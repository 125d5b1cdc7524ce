package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The writing screen, with somebody else in it: its panes, its panels, and where the other one is. */
@Story
class WritingStoryTest {

    private static final String TITLE = "A long walk";

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;

    @BeforeAll
    void bothHaveALongPostOpen() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        stage.begins(ada, stage.file("a-long-walk.md", longPost()));
        ada.opens(TITLE);
        ben.comesInBy(ada.invites());
        ben.sees("Step 1 ");
    }

    private static String longPost() {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(n -> (n % 10 == 1 ? "## Mile " + (n / 10 + 1) + "\n\n" : "")
                        + "Step %d of the walk goes on for a while, as far as a line or two of the source reach. It is step %d."
                                .formatted(n, n))
                .collect(Collectors.joining("\n\n", "---\ntitle: " + TITLE + "\n---\n\n", "\n"));
    }

    @Test
    @Order(1)
    void the_outline_leads_to_each_heading_and_marks_where_one_writes() {
        tab("Outline").click();
        heading("Mile 3").press("Enter");

        assertThat(heading("Mile 3")).hasAttribute("aria-current", "true");
        assertThat(ada.source()).isFocused();
        ada.page.keyboard().press("End");
        ada.types(" and more");
        assertThat(heading("Mile 3 and more")).isVisible();
        assertThat(ben.preview()).containsText("Mile 3 and more");
        Screens.look(ada.page, "writing-outline");
        Screens.everyoneCanUse(ada.page, "writing-outline");
        ada.page.keyboard().press("Escape");
    }

    @Test
    @Order(2)
    void where_one_writes_stays_beside_its_rendering_and_on_its_place_while_another_writes_above() {
        ada.goesBehind("It is step 23.");
        waitFor("step 23 side by side", () -> Math.abs(sourceTop("It is step 23.") - pageTop("It is step 23.")) < 40);
        var source = sourceTop("It is step 23.");
        var page = pageTop("It is step 23.");

        for (var place : new String[] {"It is step 2.", "It is step 21."}) {
            ben.goesBehind(place);
            ben.types(
                    "\n\nBen puts in a paragraph behind that.\n\n![](/images/none.png)\n\nAnd one more, which is here to stay.");
            ben.isSaved();
            ada.seesInThePreview("is here to stay.");

            assertThat(sourceTop("It is step 23.")).isCloseTo(source, within(2.0));
            waitFor("the page to be where it was", () -> Math.abs(pageTop("It is step 23.") - page) < 40);
        }
    }

    @Test
    @Order(3)
    void either_pane_leads_when_it_is_scrolled_and_a_block_of_the_page_leads_to_its_source() {
        ada.preview().hover();
        ada.page.mouse().wheel(0, 1500);
        waitFor("the page to be scrolled", () -> pageTop("It is step 40.") < 700);

        ada.preview().getByText("It is step 40.").click();

        assertThat(ada.source()).isFocused();
        waitFor("the source beside it", this::isStep40SideBySide);
        ada.preview().evaluate("(page) => (page.scrollTop += 150)");
        waitFor("the page to be called back when it moves on by itself", this::isStep40SideBySide);
        ada.types("Here: ");
        ada.seesInThePreview("Here: Step 40");
    }

    @Test
    @Order(4)
    void the_splitter_is_moved_by_keys_and_remembered() {
        var splitter =
                ada.page.getByRole(AriaRole.SEPARATOR, new Page.GetByRoleOptions().setName("Width of the source"));
        splitter.press("Shift+ArrowRight");
        splitter.press("ArrowLeft");
        assertThat(splitter).hasAttribute("aria-valuenow", "58");

        ada.isSaved();
        ada.page.reload();

        assertThat(splitter).hasAttribute("aria-valuenow", "58");
        var box = ada.source().boundingBox();
        assertThat(box.width).isGreaterThan(ada.preview().boundingBox().width);
        splitter.press("Enter");
        assertThat(splitter).hasAttribute("aria-valuenow", "50");
    }

    @Test
    @Order(5)
    void someone_is_gone_to_then_followed_until_one_goes_ones_own_way() {
        ben.goesBehind("It is step 2.");
        ben.types(" Ben is here.");
        ada.seesInThePreview("Ben is here.");
        avatarOfBen().click();
        waitFor("Ben's caret in sight", () -> isInSight(ada.caretOf(ben)));
        assertThat(following()).isHidden();

        avatarOfBen().click();
        assertThat(following()).containsText("Following Ben — Esc stops");
        Screens.everyoneCanUse(ada.page, "following");
        ben.page.keyboard().press("Control+End");
        ben.types("The last step is Ben's.");

        ada.sees("The last step is Ben's.");
        waitFor("Ben's caret in sight at the end", () -> isInSight(ada.caretOf(ben)));
        ada.page.keyboard().press("Escape");
        assertThat(following()).isHidden();
    }

    @Test
    @Order(6)
    void the_own_way_begins_with_the_first_turn_of_the_wheel() {
        avatarOfBen().click();
        avatarOfBen().click();
        assertThat(following()).isVisible();

        ada.source().hover();
        ada.page.mouse().wheel(0, -300);

        assertThat(following()).isHidden();
    }

    @Test
    @Order(7)
    void a_name_is_shown_when_its_author_begins_and_initials_later() {
        ada.source().focus();
        assertThat(ada.caretOf(ben)).not().hasClass(Pattern.compile("named"));
        assertThat(ada.caretOf(ben)).hasAttribute("data-initials", "BE");

        avatarOfBen().focus();

        assertThat(ada.caretOf(ben)).hasClass(Pattern.compile("named"));
        assertThat((Boolean) ada.caretOf(ben).evaluate("caret => !!caret.closest('[aria-hidden=true]')"))
                .isTrue();
    }

    @Test
    @Order(8)
    void who_goes_is_told_politely() {
        var news = ada.page.getByText("Ben left.");
        ben.link("Library").click();
        assertThat(news).hasCount(1);
        assertThat(ada.whoIsHere()).not().containsText("Ben");
    }

    @Test
    @Order(9)
    void on_a_phone_one_pane_is_shown_at_a_time_and_a_keyboard_leaves_the_text_in_sight() {
        var mia = stage.onAPhone("Mia");
        mia.comesInBy(ada.invites());
        mia.sees("Step 1 ");
        assertThat(mia.preview()).isHidden();
        mia.page
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Outline"))
                .tap();
        mia.button("Mile 5").tap();
        assertThat(mia.page.getByRole(AriaRole.TABPANEL)).isHidden();
        assertThat(mia.source()).isFocused();

        mia.page.setViewportSize(390, 420);
        mia.types("By thumb. ");

        mia.isSaved();
        assertThat(mia.button("Preview")).isHidden();
        waitFor("the caret in sight", () -> isInSight(mia.page.locator(".cm-cursor-primary")));
        mia.page.setViewportSize(390, 844);
        mia.button("Preview").tap();
        mia.seesInThePreview("By thumb.");
        assertThat(mia.source()).isHidden();
        assertThat((Boolean) mia.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Screens.everyoneCanUse(mia.page, "phone");
    }

    private Locator tab(String name) {
        return ada.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private Locator heading(String name) {
        return ada.page
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Outline"))
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator avatarOfBen() {
        return ada.whoIsHere().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("Ben")));
    }

    private Locator following() {
        return ada.page.getByText("Following Ben");
    }

    private boolean isStep40SideBySide() {
        return Math.abs(sourceTop("Step 40 ") - pageTop("Step 40 ")) < 40;
    }

    private double sourceTop(String text) {
        return top(ada.source(), text);
    }

    private double pageTop(String text) {
        return top(ada.preview(), text);
    }

    /** Where the first character of a text stands on the screen; far below where it is not drawn. */
    private static double top(Locator pane, String text) {
        return ((Number) pane.evaluate("""
                (pane, text) => {
                  const nodes = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT)
                  while (nodes.nextNode() && !nodes.currentNode.data.includes(text)) {}
                  if (!nodes.currentNode.data?.includes(text)) return 99999
                  const range = document.createRange()
                  const start = nodes.currentNode.data.indexOf(text)
                  range.setStart(nodes.currentNode, start)
                  range.setEnd(nodes.currentNode, start + 1)
                  return range.getBoundingClientRect().top
                }
                """, text)).doubleValue();
    }

    private static boolean isInSight(Locator caret) {
        return (Boolean) caret.first().evaluate("""
                (caret) => {
                  const { top, bottom } = caret.getBoundingClientRect()
                  const sight = caret.closest('.cm-scroller').getBoundingClientRect()
                  return top >= sight.top - 1 && bottom <= Math.min(sight.bottom, innerHeight) + 1
                }
                """);
    }

    /** The browser may be asked by one thread only. */
    private static void waitFor(String what, Callable<Boolean> condition) {
        await(what).pollInSameThread().atMost(Duration.ofSeconds(15)).until(condition);
    }
}
