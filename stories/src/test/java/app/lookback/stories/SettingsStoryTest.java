package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a post says of itself, who was let into it and whether anyone finds it, by two people, one of them on a phone. */
@Story
class SettingsStoryTest {

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;

    @BeforeAll
    void two_people_have_a_post_open() {
        ada = stage.atADesk("Ada");
        ben = stage.onAPhone("Ben");
        var rain = stage.file("rain.md", "+++\ntitle = \"Rain\"\ntags = [\"weather\", \"water\"]\n+++\n");
        stage.begins(ada, Sample.FILE, rain);
        ada.opens(Sample.TITLE);
        ben.comesInBy(ada.invites());
        ben.sees("as weather is.");
    }

    @Test
    @Order(1)
    void the_form_changes_the_text_and_follows_it() {
        tab(ada, "Settings").click();
        tab(ben, "Settings").tap();
        assertThat(field(ada, "Title")).hasValue(Sample.TITLE);

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
    void a_tag_that_is_in_use_is_offered_and_chosen_by_the_keyboard() {
        field(ada, "Tags").pressSequentially("wa");
        assertThat(option(ada, "water")).isVisible();
        field(ada, "Tags").fill("wea");
        assertThat(option(ada, "weather")).isVisible();
        Screens.everyoneCanUse(ada.page, "tags");
        field(ada, "Tags").press("ArrowDown");
        assertThat(option(ada, "weather")).hasAttribute("aria-selected", "true");
        field(ada, "Tags").press("Enter");

        assertThat(ada.button("Remove the tag weather")).isVisible();
        assertThat(field(ada, "Tags")).hasValue("");
        assertThat(ada.source()).containsText("\"weather\"");
    }

    @Test
    @Order(3)
    void a_role_changes_what_one_may_do_at_once() {
        tab(ada, "People").click();
        becomes("reviewer");
        assertThat(ben.page.getByText("You are a reviewer of this post now")).isVisible();
        assertThat(ben.button("Publish")).hasCount(0);
        assertThat(ben.page.getByText("You review this post")).isVisible();
        assertThat(ben.source()).hasAttribute("contenteditable", "false");
        Screens.everyoneCanUse(ben.page, "reviewing");
        Screens.look(ada.page, "people");
        Screens.everyoneCanUse(ada.page, "people");
        ada.goesBehind("as weather is.");
        ada.types(" Read along.");
        ben.sees("as weather is. Read along.");

        becomes("author");
        assertThat(ben.page.getByText("You are an author of this post now")).isVisible();
        assertThat(ben.button("Publish")).isVisible();
        ben.goesBehind("as weather is. Read along.");
        ben.types(" Written along.");
        ada.sees("Read along. Written along.");
    }

    private void becomes(String role) {
        ada.page.getByLabel("Ben’s role").selectOption(role);
        ada.presses("Make " + role);
        assertThat(ada.page.getByLabel("Ben’s role")).hasValue(role);
    }

    @Test
    @Order(4)
    void whose_access_is_taken_back_learns_it_at_once_and_keeps_the_text() {
        ada.button("Take back Ben’s access").click();
        ada.presses("Take access back");

        assertThat(dialog(ben, "This post is closed to you")).isVisible();
        assertThat(ada.button("Take back Ben’s access")).hasCount(0);
        ben.page.navigate(ada.invites());
        ben.presses("Accept and open the post");
        ben.sees("Read along. Written along.");
    }

    @Test
    @Order(5)
    void a_withdrawn_post_is_gone_for_readers_and_its_authors_see_it_at_once() {
        ada.publishes(1);
        var reader = stage.aReader(false);
        tab(ada, "Settings").click();
        ada.presses("Withdraw…");
        ada.presses("Withdraw");

        assertThat(ada.page.getByText("Publish to bring it back.")).isVisible();
        assertThat(ben.page.getByText("Ada withdrew this post.")).isVisible();
        assertThat(state(ben)).hasText("Withdrawn");
        soonReads(reader, "This post was withdrawn");
        ada.publishes(2);
        assertThat(state(ben)).hasText("Edition 2");
        soonReads(reader, "A Page of Rain");
    }

    @Test
    @Order(6)
    void readers_watch_how_it_was_written_where_an_author_lets_them() {
        ada.presses("Let readers watch it being written…");
        assertThat(dialog(ada, "Let readers watch it being written?")).containsText("also what was deleted again");
        ada.presses("Let readers watch");
        assertThat(ada.link("watch it being written")).isVisible();
        assertThat(ben.page.getByText("Ada lets readers watch how this post was written."))
                .isVisible();
        Screens.everyoneCanUse(ada.page, "settings-open");

        var history = stage.site() + Sample.ADDRESS + "editions/history/";
        var plain = stage.aReader(false);
        plain.waitForCondition(() -> plain.navigate(history).ok());
        assertThat(plain.locator("#said")).containsText("Step 1 of 2: Ada");
        assertThat(plain.locator("article")).not().containsText("Written along.");
        plain.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Next")).click();
        assertThat(plain.locator("#said")).containsText("Step 2 of 2");
        assertThat(plain.locator("article")).containsText("Written along.");
        plain.context().close();

        var reader = stage.aReader(true);
        reader.navigate(stage.site() + Sample.ADDRESS);
        reader.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Watch it being written"))
                .first()
                .click();
        assertThat(reader.locator("article")).not().containsText("Written along.");
        reader.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Play"))
                .click();
        assertThat(reader.locator("article .fresh")).containsText("Written along.");
        Screens.passes(reader, "watching");
        reader.getByRole(AriaRole.SLIDER).press("Home");
        assertThat(reader.locator("#said")).containsText("Step 1 of 2: Ada");
        assertThat(reader.locator("article")).not().containsText("Written along.");
        reader.context().close();
    }

    @Test
    @Order(7)
    void a_published_post_moves_and_comes_back_and_no_reader_is_lost() {
        var reader = stage.aReader(false);
        assertThat(ada.page.getByText("Readers who follow the old address are led to the new one"))
                .isVisible();
        movesTo("/essays/a-page-of-rain/");
        assertThat(ben.page.getByText("/essays/a-page-of-rain/").first()).isAttached();
        soonIsAt(reader, "/essays/a-page-of-rain/");
        reader.navigate(stage.site() + Sample.ADDRESS + "editions/1/");
        assertThat(reader).hasURL(stage.site() + "/essays/a-page-of-rain/editions/1/");

        movesTo(Sample.ADDRESS);
        soonIsAt(reader, Sample.ADDRESS);
        reader.navigate(stage.site() + "/essays/a-page-of-rain/");
        assertThat(reader).hasURL(stage.site() + Sample.ADDRESS);
        reader.context().close();
    }

    private void movesTo(String path) {
        field(ada, "Path").fill(path);
        ada.presses("Change path");
        assertThat(ada.link(path)).isVisible();
    }

    private void soonIsAt(Page reader, String path) {
        reader.waitForCondition(() -> {
            reader.navigate(stage.site() + Sample.ADDRESS);
            return reader.url().equals(stage.site() + path)
                    && reader.locator("h1").textContent().equals("A Page of Rain");
        });
    }

    @Test
    @Order(8)
    void a_post_is_deleted_for_all_and_restored_by_the_keyboard_alone() {
        var reader = stage.aReader(false);
        tab(ada, "Settings").focus();
        ada.tabsTo(ada.button("Delete…"));
        ada.page.keyboard().press("Enter");
        assertThat(dialog(ada, "Delete this post?")).containsText("an administrator can restore it");
        Screens.everyoneCanUse(ada.page, "deletion");
        ada.tabsTo(ada.button("Delete the post"));
        ada.page.keyboard().press("Enter");

        assertThat(dialog(ben, "This post was deleted")).isVisible();
        ben.button("Discard it").tap();
        assertThat(ben.page.getByRole(AriaRole.HEADING)).hasText("This post was deleted");
        soonReads(reader, "This post was deleted");
        assertThat(ada.link("Rain")).isVisible();
        assertThat(ada.link("A Page of Rain")).hasCount(0);

        ada.tabsTo(ada.link("Deleted posts"));
        ada.page.keyboard().press("Enter");
        var restore = ada.button("Restore A Page of Rain");
        assertThat(restore).isVisible();
        Screens.look(ada.page, "deleted");
        Screens.everyoneCanUse(ada.page, "deleted");
        ada.tabsTo(restore);
        ada.page.keyboard().press("Enter");

        assertThat(ada.page.getByText("Nothing is deleted.")).isVisible();
        ben.sees("Read along. Written along.");
        soonReads(reader, "A Page of Rain");
    }

    @Test
    @Order(9)
    void on_a_phone_one_leaves_by_touch() {
        tab(ben, "People").tap();
        Screens.everyoneCanUse(ben.page, "people-phone");
        ben.button("Leave…").tap();
        ben.button("Leave").tap();

        assertThat(ben.page.getByText("Nothing is written here yet")).isVisible();
    }

    private static Locator dialog(Author author, String name) {
        return author.page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName(name));
    }

    private static Locator option(Author author, String tag) {
        return author.page.getByRole(
                AriaRole.OPTION, new GetByRoleOptions().setName(tag).setExact(true));
    }

    /** How the post stands, below its title. */
    private static Locator state(Author author) {
        return author.page.locator("header h1 + p").first();
    }

    /** Readers' pages follow the log a moment later. */
    private void soonReads(Page reader, String heading) {
        reader.waitForCondition(() -> {
            reader.navigate(stage.site() + Sample.ADDRESS);
            return heading.equals(reader.locator("h1").textContent());
        });
    }

    private static Locator tab(Author author, String name) {
        return author.page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name));
    }

    private static Locator field(Author author, String label) {
        return author.page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }
}
