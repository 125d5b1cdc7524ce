package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every screen, at the widths of a desk, a tablet and a phone, by day and by night. */
@Story
class ScreensTest {

    @RegisterExtension
    private final Stage stage = new Stage();

    private final List<String> complaints = new ArrayList<>();

    private Author ada;
    private Author ben;
    private String post;

    @BeforeAll
    void start() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        for (var author : List.of(ada, ben)) {
            author.page.onPageError(complaints::add);
            author.page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text() + " at " + message.location());
                }
            });
        }
    }

    @AfterEach
    void nothing_is_complained_of_in_the_console() {
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(1)
    void coming_in() {
        ada.page.navigate(stage.site() + "/studio/sign-in");
        sees(ada, "sign-in-nobody", "Nobody has an account yet");
        ada.page.navigate(stage.setupLink());
        sees(ada, "setup", "Welcome to your blog");
        ada.comesInBy(stage.setupLink());
        sees(ada, "library-empty", "Library");
        ada.presses("New post");
        sees(ada, "new-post", "New post");
        ada.presses("Cancel");
        ben.page.navigate(stage.site() + "/studio/sign-in");
        sees(ben, "sign-in", "Sign in");
    }

    @Test
    @Order(2)
    void writing() {
        ada.drops(Sample.FILE, Sample.IMAGE);
        assertThat(ada.link(Sample.TITLE)).isVisible();
        sees(ada, "import-report", "Library");
        ada.opens(Sample.TITLE);
        ada.seesInThePreview("失われた四十五年");
        post = ada.page.url();
        ada.presses("Share");
        sees(ada, "people", "Invite someone");
        ada.presses("Close People");
        var link = ada.invites();
        ben.page.navigate(link);
        sees(ben, "invitation", Sample.TITLE);
        ben.comesInBy(link);
        ben.sees("as weather is.");
        sees(ada, "writing", Sample.TITLE);
        for (var panel : List.of("Outline", "Settings")) {
            var tab = ada.page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(panel));
            tab.click();
            sees(ada, "writing-" + panel.toLowerCase(Locale.ROOT), Sample.TITLE);
            tab.click();
        }
        ada.page.setViewportSize(Screens.PHONE, 844);
        Screens.showsWhatHasTheFocus(ada.page, 40);
        ada.page.setViewportSize(Screens.DESKTOP, 900);
        ada.presses("Publish");
        sees(ada, "publish", "Publish");
        ada.presses("Close");
        ada.publishes(1);
    }

    @Test
    @Order(3)
    void the_library_changes_while_it_is_looked_at() {
        ada.page.navigate(stage.site() + "/studio/");
        var row = ada.page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(Sample.TITLE));
        assertThat(row).containsText("Here now: Ben");
        assertThat(row).containsText("Edition 1");
        ben.goesBehind("as weather is.");
        ben.types(" And so on.");
        assertThat(row).containsText("unpublished edit");
        assertThat(row).containsText("by Ben");
        sees(ada, "library", "Library");
    }

    @Test
    @Order(4)
    void the_library_is_searched_and_walked_through_by_keyboard() {
        ada.page.keyboard().press("/");
        ada.page.keyboard().type("nowhere");
        assertThat(ada.page.getByText("No post of yours has")).isVisible();
        sees(ada, "library-nothing-found", "Library");
        ada.page.keyboard().press("ControlOrMeta+a");
        ada.page.keyboard().type("madness ben");
        assertThat(ada.link(Sample.TITLE)).isVisible();
        ada.page.keyboard().press("ArrowDown");
        assertThat(ada.link(Sample.TITLE)).isFocused();
        ada.page.keyboard().press("Enter");
        assertThat(ada.source()).isVisible();
    }

    @Test
    @Order(5)
    void a_thumb_finds_a_post_and_begins_another_on_a_phone() {
        var phone = stage.onAPhone(ada);
        phone.page.navigate(stage.site() + "/studio/");
        var search = phone.page.getByRole(AriaRole.SEARCHBOX);
        search.tap();
        phone.types("madness");
        phone.link(Sample.TITLE).tap();
        assertThat(phone.source()).isVisible();
        phone.link("Library").tap();
        phone.button("New post").tap();
        phone.page.getByLabel("Title").fill("By thumb");
        Screens.look(phone.page, "new-post-phone");
        phone.button("Create").tap();
        assertThat(phone.source()).isVisible();
        phone.source().tap();
        phone.types("Begun on a phone.");
        phone.isSaved();
        phone.page.context().close();
    }

    @Test
    @Order(6)
    void looking_back_and_reading() {
        ada.page.navigate(post + "/history");
        assertThat(ada.page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Revision")))
                .isVisible();
        sees(ada, "history", Sample.TITLE);
        ada.page.navigate(stage.site() + "/studio/media");
        sees(ada, "media", "a-page-of-madness.png");
        ada.page.navigate(stage.site() + "/studio/deleted");
        sees(ada, "deleted-posts", "Deleted posts");
        definesAShortcode();
        ada.page.navigate(stage.site() + "/studio/nowhere");
        sees(ada, "studio-lost", "Nothing is here");
        ada.page.navigate(stage.site() + "/posts/nowhere/");
        complaints.removeIf(complaint -> complaint.contains("404"));
        Screens.passes(ada.page, "reader-missing");
        for (var screen : List.of(
                "reader-home /",
                "reader-tags /tags/",
                "reader-post " + Sample.ADDRESS,
                "reader-edition " + Sample.ADDRESS + "editions/1/")) {
            var parts = screen.split(" ");
            var answer = ada.page.navigate(stage.site() + parts[1]);
            assertThat(answer.status()).as(parts[1]).isEqualTo(200);
            Screens.passes(ada.page, parts[0]);
        }
    }

    private void definesAShortcode() {
        ada.page.navigate(stage.site() + "/studio/shortcodes");
        sees(ada, "shortcodes-none", "Shortcodes");
        ada.presses("Begin with this");
        assertThat(ada.page.locator(".preview aside")).containsText("Some text.");
        ada.presses("Save");
        sees(ada, "shortcode", "notice");
        ada.page.getByLabel("Template").fill("{{ partial }}");
        assertThat(ada.page.getByText("Line 1: 'partial' is not understood.")).isVisible();
        Screens.passes(ada.page, "shortcode-refused");
        ada.page
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Library"))
                .click();
        ada.presses("Leave it");
        sees(ada, "library-after-shortcodes", "Library");
    }

    private static void sees(Author author, String name, String heading) {
        Page page = author.page;
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(heading))
                        .first())
                .isVisible();
        Screens.passes(page, name);
    }
}
