package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every screen, at the widths of a desk, a tablet and a phone, by day and by night. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ScreensTest {

    private static final String TITLE = "A Page of Madness: a film that waited in a rice barrel";
    private static final String ADDRESS = "/posts/a-page-of-madness/";

    private final List<String> complaints = new ArrayList<>();
    private Launched lookback;
    private Chromium chromium;
    private Author ada;
    private Author ben;
    private String post;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        lookback = Launched.start(data);
        chromium = Chromium.open();
        ada = new Author("Ada", chromium.newPage(true));
        ben = new Author("Ben", chromium.newPage(true));
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
    void coming_in() {
        ada.page.navigate(lookback.site() + "/studio/sign-in");
        sees(ada, "sign-in-nobody", "Nobody has an account yet");
        ada.page.navigate(lookback.setupLink());
        sees(ada, "setup", "Welcome to your blog");
        ada.comesInBy(lookback.setupLink());
        sees(ada, "library-empty", "Library");
        ada.presses("New post");
        sees(ada, "new-post", "New post");
        ada.presses("Cancel");
        ben.page.navigate(lookback.site() + "/studio/sign-in");
        sees(ben, "sign-in", "Sign in");
    }

    @Test
    @Order(2)
    void writing() {
        var samples = Repository.ROOT.resolve("samples");
        ada.drops(samples.resolve("a-page-of-madness.md"), samples.resolve("a-page-of-madness.png"));
        assertThat(ada.link(TITLE)).isVisible();
        sees(ada, "import-report", "Library");
        ada.opens(TITLE);
        ada.seesInThePreview("失われた四十五年");
        post = ada.page.url();
        ada.presses("Share");
        sees(ada, "people", "Invite someone");
        ada.presses("Close People");
        var link = ada.invites();
        ben.page.navigate(link);
        sees(ben, "invitation", TITLE);
        ben.comesInBy(link);
        ben.sees("as weather is.");
        sees(ada, "writing", TITLE);
        for (var panel : List.of("Outline", "Settings")) {
            var tab = ada.page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(panel));
            tab.click();
            sees(ada, "writing-" + panel.toLowerCase(Locale.ROOT), TITLE);
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
        ada.page.navigate(lookback.site() + "/studio/");
        var row = ada.page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(TITLE));
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
        assertThat(ada.link(TITLE)).isVisible();
        ada.page.keyboard().press("ArrowDown");
        assertThat(ada.link(TITLE)).isFocused();
        ada.page.keyboard().press("Enter");
        assertThat(ada.source()).isVisible();
    }

    @Test
    @Order(5)
    void looking_back_and_reading() {
        ada.page.navigate(post + "/history");
        assertThat(ada.page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Revision")))
                .isVisible();
        sees(ada, "history", TITLE);
        ada.page.navigate(lookback.site() + "/studio/media");
        sees(ada, "media", "a-page-of-madness.png");
        ada.page.navigate(lookback.site() + "/studio/deleted");
        sees(ada, "deleted-posts", "Deleted posts");
        ada.page.navigate(lookback.site() + "/studio/nowhere");
        sees(ada, "studio-lost", "Nothing is here");
        ada.page.navigate(lookback.site() + "/posts/nowhere/");
        complaints.removeIf(complaint -> complaint.contains("404"));
        Screens.passes(ada.page, "reader-missing");
        for (var screen :
                List.of("reader-home /", "reader-post " + ADDRESS, "reader-edition " + ADDRESS + "editions/1/")) {
            var parts = screen.split(" ");
            var answer = ada.page.navigate(lookback.site() + parts[1]);
            assertThat(answer.status()).as(parts[1]).isEqualTo(200);
            Screens.passes(ada.page, parts[0]);
        }
    }

    private static void sees(Author author, String name, String heading) {
        Page page = author.page;
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(heading))
                        .first())
                .isVisible();
        Screens.passes(page, name);
    }
}
