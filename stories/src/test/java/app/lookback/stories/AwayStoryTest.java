package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people write while the network comes and goes, and each is told the truth about their text at each step. */
@Story
class AwayStoryTest {

    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);
    private static final HasTextOptions ALL_OF_IT = new HasTextOptions().setTimeout(30_000);

    /** What the heartbeat promises, and a moment. */
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(11_000);

    @RegisterExtension
    private final Stage stage = new Stage();

    private Cable adasCable;
    private Cable bensCable;
    private Author ada;
    private Author ben;
    private String post;

    @BeforeAll
    void bothHaveThePostOpen() throws IOException {
        adasCable = stage.keep(new Cable(stage.site()));
        bensCable = stage.keep(new Cable(stage.site()));
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        ada.comesInBy(adasCable.through(stage.setupLink()));
        ada.imports(Sample.FILE);
        ada.opens(Sample.TITLE);
        ben.comesInBy(ada.invites().replaceFirst("http://[^/]+", bensCable.through(stage.site())));
        ben.sees("as weather is.");
    }

    @Test
    @Order(1)
    void the_network_goes_while_both_type_and_all_of_it_is_there_afterwards() {
        ada.goesBehind("as weather is.");
        ben.goesBehind("We look, and guess.");
        ada.types(" One");
        ben.types(" Un");
        ada.isSaved();
        ben.isSaved();

        adasCable.isCut();
        ada.page.context().setOffline(true);
        bensCable.fallsSilent();
        ada.types(" two");
        ben.types(" deux");

        assertThat(status(ada)).hasText("Offline, 4 edits kept on this device");
        assertThat(status(ben)).containsText("Reconnecting", SOON);
        assertThat(status(ben)).containsText("kept on this device");
        ada.types(" three");
        ben.types(" trois");
        assertThat(status(ada)).hasText("Offline, 10 edits kept on this device");
        Screens.look(ada.page, "offline");
        Screens.everyoneCanUse(ada.page, "offline");

        ada.page.context().setOffline(false);
        adasCable.isMended();
        assertThat(status(ada)).hasText(Pattern.compile("Synced: 10 edits merged \\(revision \\d+\\)"), ALL_OF_IT);
        ada.types(" four");
        ada.isSaved();
        bensCable.isMended();
        assertThat(status(ben)).containsText("Synced:", PATIENTLY);
        ben.types(" quatre");

        for (var author : List.of(ada, ben)) {
            author.sees("as weather is. One two three four");
            author.sees("We look, and guess. Un deux trois quatre");
            author.isSaved();
        }
        assertThat(ada.sourceAtServer(""))
                .containsOnlyOnce("as weather is. One two three four")
                .containsOnlyOnce("We look, and guess. Un deux trois quatre");
    }

    @Test
    @Order(2)
    void a_thumb_is_told_the_same_on_a_phone() {
        var phone = stage.onAPhone(ada);
        phone.page.navigate(ada.page.url());
        phone.source().tap();
        phone.page.keyboard().press("Control+End");
        phone.types("On the train");
        phone.isSaved();

        phone.page.context().setOffline(true);
        phone.types(", in a tunnel.");

        assertThat(status(phone)).hasText("Offline, 14 edits kept on this device");
        Screens.look(phone.page, "offline-phone");
        Screens.everyoneCanUse(phone.page, "offline-phone");
        phone.page.context().setOffline(false);
        assertThat(status(phone)).containsText("Synced: 14 edits merged", PATIENTLY);
        ada.source().press("Control+End");
        ada.sees("On the train, in a tunnel.");
        phone.page.context().close();
    }

    @Test
    @Order(3)
    void a_tab_that_is_closed_with_unsent_edits_warns_and_they_are_merged_on_return() {
        bensCable.isCut();
        ben.types(" Not sent yet.");
        assertThat(status(ben)).containsText("14 edits kept on this device");
        var address = ben.page.url();
        var asked = new boolean[1];
        ben.page.onDialog(dialog -> {
            asked[0] = dialog.type().equals("beforeunload");
            dialog.accept();
        });
        ben.page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        ada.types(" Meanwhile.");
        ada.isSaved();
        assertThat(asked[0]).as("Ben was warned").isTrue();

        bensCable.isMended();
        ben = new Author("Ben", ben.page.context().newPage());
        ben.page.navigate(address);

        assertThat(status(ben)).containsText("Synced: 14 edits merged", PATIENTLY);
        ben.sees("quatre Not sent yet.");
        ada.sees("quatre Not sent yet.");
        assertThat(ada.sourceAtServer("")).containsOnlyOnce("quatre Not sent yet.");
    }

    @Test
    @Order(4)
    void text_that_can_no_longer_be_merged_is_offered_and_kept_as_a_draft_of_ones_own() {
        post = ben.page.url();
        ben.goesBehind("It is enough:");
        bensCable.isCut();
        ben.types(" MINE");
        assertThat(status(ben)).containsText("5 edits kept on this device", PATIENTLY);
        bensAccessIsTakenBack();
        bensCable.isMended();

        assertThat(dialog()).containsText("This text could not be merged", PATIENTLY);
        assertThat(dialog()).containsText("5 edits could not be merged");
        assertThat(keptText()).hasValue(Pattern.compile("It is enough: MINE"));
        Screens.look(ben.page, "kept");
        Screens.everyoneCanUse(ben.page, "kept");
        ben.presses("Keep as a new draft");

        ben.sees("It is enough: MINE");
        ben.isSaved();
        assertThat(ada.sourceAtServer("")).doesNotContain("MINE");
    }

    @Test
    @Order(5)
    void what_a_closed_tab_has_left_is_offered_though_the_post_does_not_open_any_more() {
        ben.page.navigate(ada.invites().replaceFirst("http://[^/]+", bensCable.through(stage.site())));
        ben.presses("Accept and open the post");
        ben.goesBehind("It is enough:");
        bensCable.isCut();
        ben.types(" LAST");
        assertThat(status(ben)).containsText("5 edits kept on this device", PATIENTLY);
        ben.page.onDialog(Dialog::accept);
        ben.page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        thePostIsDeleted();
        bensCable.isMended();

        ben = new Author("Ben", ben.page.context().newPage());
        ben.page.navigate(post);

        assertThat(ben.page.getByRole(AriaRole.HEADING)).hasText("This post was deleted", ALL_OF_IT);
        assertThat(keptText()).hasValue(" LAST");
        Screens.everyoneCanUse(ben.page, "closed");
        ben.presses("Keep as a new draft");
        ben.sees(" LAST");
    }

    private void bensAccessIsTakenBack() {
        ada.page.evaluate("""
                async (post) => {
                  const { people } = await fetch(`/api/posts/${post}/settings`).then((answer) => answer.json())
                  const ben = people.find(({ name }) => name === 'Ben')
                  const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1]
                  const answer = await fetch(`/api/posts/${post}/people/${ben.id}`, {
                    method: 'DELETE',
                    headers: { 'X-XSRF-TOKEN': token },
                  })
                  if (answer.status !== 204) throw new Error(await answer.text())
                }
                """, post.substring(post.lastIndexOf('/') + 1));
    }

    private void thePostIsDeleted() {
        ada.page.navigate(ada.page.url().replaceFirst("/posts/.*", "/"));
        ada.page.evaluate("""
                async (post) => {
                  const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1]
                  const answer = await fetch(`/api/posts/${post}`, {
                    method: 'DELETE',
                    headers: { 'X-XSRF-TOKEN': token },
                  })
                  if (answer.status !== 204) throw new Error(await answer.text())
                }
                """, post.substring(post.lastIndexOf('/') + 1));
    }

    private Locator keptText() {
        return ben.page.getByLabel("The text that was kept");
    }

    private Locator dialog() {
        return ben.page.getByRole(AriaRole.DIALOG);
    }

    private static Locator status(Author author) {
        return author.status().first();
    }
}
