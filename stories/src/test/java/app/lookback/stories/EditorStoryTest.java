package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Someone writes a post with the keyboard alone, and goes on with a thumb on a phone. */
@Story
class EditorStoryTest {

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;

    @BeforeAll
    void start() {
        ada = stage.atADesk("Ada");
        stage.begins(ada, stage.file("keys.md", "---\ntitle: Keys\nlang: en-GB\n---\n\n"));
        ada.opens("Keys");
    }

    @Test
    @Order(1)
    void lists_and_marks_are_written_by_keys() {
        assertThat(ada.source()).hasAttribute("lang", "en-GB");
        assertThat(ada.source()).hasAttribute("spellcheck", "true");
        ada.source().press("Control+End");
        presses("Control+Alt+2");
        ada.types("Why");
        presses("Enter", "Enter");
        ada.types("It is ");
        presses("Control+b");
        ada.types("quick");
        presses("Control+b");
        ada.types(".");
        presses("Enter", "Enter", "Control+Shift+Digit7");
        ada.types("one");
        presses("Enter", "Tab");
        ada.types("two");
        presses("Enter", "Shift+Tab");
        ada.types("three");
        presses("Enter", "Enter");

        sourceEndsWith("## Why\n\nIt is **quick**.\n\n1. one\n   1. two\n2. three\n\n");
        assertThat(ada.page.getByText("7 words · 1 min")).isVisible();
    }

    @Test
    @Order(2)
    void a_table_comes_from_the_menu_and_is_filled_with_tab() {
        ada.types("/tab");
        assertThat(offers()).hasCount(1);
        presses("Enter");
        ada.types("Film");
        presses("Tab");
        ada.types("Year");
        presses("Tab");
        ada.types("Oyu");
        presses("Tab");
        ada.types("2024");
        presses("Tab", "Enter");
        ada.types("More");

        sourceEndsWith("| Film | Year |\n| --- | --- |\n| Oyu | 2024 |\n\nMore");
    }

    @Test
    @Order(3)
    void a_shortcode_is_asked_for_and_edited_by_its_fields() {
        ada.types(" /");
        assertThat(offers().first()).isVisible();
        Screens.everyoneCanUse(ada.page, "slash-menu");
        ada.types("youtube");
        assertThat(offers()).hasCount(1);
        presses("Enter");
        var dialog = dialog("YouTube video");
        assertThat(dialog).isVisible();
        presses("Enter");
        assertThat(dialog).containsText("Video is needed.");
        Screens.everyoneCanUse(ada.page, "shortcode");
        ada.types("dQw4w9WgXcQ");
        presses("Enter");
        assertThat(ada.source()).isFocused();

        presses("Alt+Enter");
        assertThat(dialog("Edit: YouTube video").getByLabel("Video").last()).hasValue("dQw4w9WgXcQ");
        dialog("Edit: YouTube video").getByLabel("Start after seconds").fill("7");
        presses("Enter");

        assertThat(ada.source()).isFocused();
        sourceEndsWith("More \n\n{{< youtube id=\"dQw4w9WgXcQ\" start=7 >}}");
    }

    @Test
    @Order(4)
    void what_is_replaced_everywhere_comes_back_in_one_step() {
        presses("Control+f");
        ada.types("three");
        var find = ada.page.getByRole(AriaRole.SEARCH);
        assertThat(find.getByRole(AriaRole.STATUS)).hasText("1");
        presses("Enter");
        assertThat(find.getByRole(AriaRole.STATUS)).hasText("1 of 1");
        Screens.everyoneCanUse(ada.page, "find");
        find.getByLabel("Replace with").fill("four");
        ada.presses("Replace all");
        ada.sees("2. four");
        presses("Escape");
        assertThat(ada.source()).isFocused();
        presses("Control+z");
        ada.sees("2. three");
    }

    @Test
    @Order(5)
    void nobody_is_caught_in_the_editor() {
        presses("Control+/");
        assertThat(dialog("Keys")).containsText("Numbered list");
        Screens.everyoneCanUse(ada.page, "keys");
        Screens.look(ada.page, "keys");
        presses("Escape");
        assertThat(ada.source()).isFocused();
        presses("Alt+F10", "ArrowRight");
        assertThat(ada.button("Italic")).isFocused();
        presses("Escape");
        assertThat(ada.source()).isFocused();
        presses("Escape", "Tab");
        assertThat(ada.source()).not().isFocused();
    }

    @Test
    @Order(6)
    void focus_mode_leaves_nothing_but_the_text() {
        ada.source().focus();
        presses("Control+Shift+F");
        assertThat(ada.button("Publish")).isHidden();
        assertThat(ada.preview()).isHidden();
        assertThat(ada.source()).isFocused();
        Screens.look(ada.page, "focus-mode");
        presses("Escape");
        assertThat(ada.button("Publish")).isVisible();
    }

    @Test
    @Order(7)
    void a_thumb_finds_the_same_on_a_phone() {
        var phone = stage.onAPhone(ada);
        phone.page.navigate(ada.page.url());
        phone.source().tap();
        phone.page.keyboard().press("Control+End");
        phone.page.keyboard().press("Enter");
        var bold = phone.button("Bold");
        assertThat(bold.boundingBox().height).isGreaterThanOrEqualTo(24);
        bold.tap();
        phone.types("thumb");
        assertThat(bold).hasAttribute("aria-pressed", "true");
        bold.tap();
        assertThat(bold).hasAttribute("aria-pressed", "false");
        var keys = phone.button("Keys");
        keys.scrollIntoViewIfNeeded();
        assertThat(keys).isInViewport();

        ada.sees("**thumb**");
        Screens.everyoneCanUse(phone.page, "phone");
        phone.page.context().close();
    }

    private void presses(String... keys) {
        for (var key : keys) {
            ada.page.keyboard().press(key);
        }
    }

    private Locator offers() {
        return ada.page.getByRole(AriaRole.OPTION);
    }

    private Locator dialog(String name) {
        return ada.page.getByRole(
                AriaRole.DIALOG, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** What is typed is collected for a moment before it is sent. */
    private void sourceEndsWith(String text) {
        await("the source")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ada.sourceAtServer("")).endsWith(text));
    }
}
