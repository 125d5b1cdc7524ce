package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the first click to the second edition and its history: two people, each in a browser of their own. */
@Story
class TwoAuthorsStoryTest {

    private static final String RAIN = " I have seen it four times now, and each time the rain is new.";
    private static final String GUESS = " I guessed wrong twice, as the janitor does.";

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;

    @BeforeAll
    void start() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
    }

    @Test
    @Order(1)
    void whoever_opens_the_printed_link_becomes_the_first_person() {
        ada.page.navigate(stage.setupLink());
        assertThat(ada.button("Create account")).isVisible();
        Screens.look(ada.page, "setup");
        Screens.everyoneCanUse(ada.page, "setup");

        ada.comesInBy(stage.setupLink());

        assertThat(ada.page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Library")))
                .isVisible();
    }

    @Test
    @Order(2)
    void an_empty_library_says_what_to_do_and_offers_a_sample() {
        assertThat(ada.button("Add the sample review")).isVisible();
        assertThat(ada.button("New post")).isVisible();
        Screens.look(ada.page, "library-empty");
        Screens.everyoneCanUse(ada.page, "library-empty");
    }

    @Test
    @Order(3)
    void a_hugo_file_that_is_dropped_with_its_image_becomes_a_post() throws IOException {
        ada.drops(Sample.FILE, Sample.IMAGE);

        assertThat(ada.link(Sample.TITLE)).isVisible();
        ada.opens(Sample.TITLE);
        ada.seesInThePreview("失われた四十五年");
        assertThat(ada.preview().getByAltText("Rain in front of a barred window"))
                .hasJSProperty("naturalWidth", 1200);
        assertThat(ada.sourceAtServer("")).isEqualTo(Files.readString(Sample.FILE));
    }

    @Test
    @Order(4)
    void a_second_author_comes_in_by_a_link_and_finds_the_post_open() {
        var link = ada.invites();
        ben.page.navigate(link);
        assertThat(ben.page.getByRole(AriaRole.HEADING)).containsText(Sample.TITLE);
        Screens.look(ben.page, "invitation");
        Screens.everyoneCanUse(ben.page, "invitation");

        ben.comesInBy(link);

        ben.sees("as weather is.");
        assertThat(ada.whoIsHere()).containsText("Ben");
    }

    @Test
    @Order(5)
    void both_write_at_once_and_each_sees_the_others_caret_text_and_page() {
        ada.goesBehind("as weather is.");
        ben.goesBehind("We look, and guess.");

        writeInTurns(RAIN, GUESS);

        for (var author : List.of(ada, ben)) {
            author.sees("as weather is." + RAIN);
            author.sees("We look, and guess." + GUESS);
            author.seesInThePreview("as weather is." + RAIN);
            author.seesInThePreview("We look, and guess." + GUESS);
        }
        assertThat(ada.caretOf(ben).first()).isVisible();
        assertThat(ben.caretOf(ada).first()).isVisible();
        Screens.look(ada.page, "two-authors");
        Screens.everyoneCanUse(ada.page, "writing");
    }

    @Test
    @Order(6)
    void both_write_in_one_paragraph_and_neither_loses_a_word() {
        ada.goesBehind("Rain on iron bars.");
        ben.goesBehind("until she falls.");

        writeInTurns(" It comes before everything else.", " Somebody ought to clap, and nobody does.");

        for (var author : List.of(ada, ben)) {
            author.sees("Rain on iron bars. It comes before everything else.");
            author.sees("until she falls. Somebody ought to clap, and nobody does.");
            author.isSaved();
        }
        assertThat(ada.sourceAtServer(""))
                .containsOnlyOnce("Rain on iron bars. It comes before everything else. A dancer")
                .containsOnlyOnce("until she falls. Somebody ought to clap, and nobody does. **A Page");
    }

    /** Word by word, so that the edits of both are under way at the same time. */
    private void writeInTurns(String adas, String bens) {
        var left = adas.split("(?= )");
        var right = bens.split("(?= )");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            ada.types(i < left.length ? left[i] : "");
            ben.types(i < right.length ? right[i] : "");
        }
    }

    @Test
    @Order(7)
    void broken_front_matter_does_not_stop_the_writing() {
        ben.goesToTheTop();
        ben.types("Not yet");

        ben.seesInThePreview("Not yet+++");
        ben.isSaved();
        ada.sees("Not yet+++");
        ada.isSaved();
        ada.seesHeading("Untitled");

        for (int i = 0; i < "Not yet".length(); i++) {
            ben.page.keyboard().press("Backspace");
        }
        ben.isSaved();
        assertThat(ada.page
                        .getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Sample.TITLE))
                        .first())
                .isVisible();
    }

    @Test
    @Order(8)
    void the_first_edition_is_complete_without_javascript() {
        ada.presses("Publish");
        assertThat(ada.page.getByLabel("Path")).hasValue(Sample.ADDRESS);
        Screens.everyoneCanUse(ada.page, "publish");
        ada.presses("Cancel");
        ada.publishes(1);

        var reader = stage.aReader(false);
        reader.navigate(stage.site() + Sample.ADDRESS);

        assertThat(reader.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Sample.TITLE)))
                .isVisible();
        assertThat(reader.getByText("Ada").first()).isVisible();
        assertThat(reader.getByText("Ben").first()).isVisible();
        assertThat(reader.getByRole(AriaRole.TIME).first()).isVisible();
        assertThat(reader.getByText("as weather is." + RAIN)).isVisible();
        assertThat(reader.getByAltText("Rain in front of a barred window")).hasJSProperty("naturalWidth", 1200);
        Screens.look(reader, "reader");
        reader.context().close();
        axeOn(Sample.ADDRESS, "reader");
    }

    /** axe needs JavaScript where the reader's page does not. */
    private void axeOn(String address, String name) {
        var page = stage.aReader(true);
        page.navigate(stage.site() + address);
        Screens.everyoneCanUse(page, name);
        page.context().close();
    }

    @Test
    @Order(9)
    void the_readers_page_stays_while_the_draft_goes_on() {
        var first = new Person(stage.site());
        var published = first.get(Sample.ADDRESS).body();
        var firstEdition = first.get(Sample.ADDRESS + "editions/1/");

        ben.goesBehind("It is enough:");
        ben.types(" And a half.");
        ben.isSaved();
        assertThat(first.get(Sample.ADDRESS).body()).isEqualTo(published);
        ben.publishes(2);

        waitFor("the second edition", () -> first.get(Sample.ADDRESS).body().contains("And a half."));
        var later = first.get(Sample.ADDRESS + "editions/1/");
        assertThat(article(later)).isEqualTo(article(firstEdition)).doesNotContain("And a half.");
        assertThat(later.body()).contains("You are reading edition 1 of 2.");
        assertThat(later.headers().firstValue("ETag")).isPresent();
    }

    private static String article(HttpResponse<String> page) {
        var begin = page.body().indexOf("<article");
        return page.body().substring(begin, page.body().indexOf("</article>", begin));
    }

    @Test
    @Order(10)
    void history_shows_source_and_page_as_they_were_and_plays() {
        ada.link("History").click();
        var slider = ada.page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Revision"));
        var newest = Integer.parseInt(slider.getAttribute("max"));
        assertThat(newest).isGreaterThan(10);
        slider.fill("1");
        assertThat(ada.page.getByText("Revision 1 of").first()).isVisible();
        assertThat(ada.preview()).containsText("as weather is.");
        assertThat(ada.preview()).not().containsText(RAIN.strip());
        slider.fill(Integer.toString(newest));
        assertThat(ada.preview()).containsText("And a half.");
        assertThat(ada.page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Sessions")))
                .containsText("Ben");
        Screens.look(ada.page, "history");
        Screens.everyoneCanUse(ada.page, "history");

        slider.fill("1");
        ada.presses("Play");

        waitFor("the replay", () -> Integer.parseInt(slider.inputValue()) > 3);
    }

    /** The browser may be asked by one thread only. */
    private static void waitFor(String what, Callable<Boolean> condition) {
        await(what).pollInSameThread().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
