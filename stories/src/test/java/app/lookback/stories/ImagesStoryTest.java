package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people put images into a post: pasted, chosen, taken from the library, at a desk, by keys and on a phone. */
@Story
class ImagesStoryTest {

    private static final String HARBOUR = "The harbour at dusk";

    @RegisterExtension
    private final Stage stage = new Stage();

    private Author ada;
    private Author ben;

    @BeforeAll
    void two_people_have_a_post_open() {
        ada = stage.atADesk("Ada");
        ben = stage.atADesk("Ben");
        stage.begin(ada, ben);
    }

    @Test
    @Order(1)
    void a_pasted_photograph_waits_for_its_words_and_stands_where_it_was_pasted() throws IOException {
        ada.goesBehind("as weather is.");
        paste(ada, "harbour.jpg", photograph());
        assertThat(dialog(ada)).isVisible();
        in(ada, "Insert").click();
        assertThat(dialog(ada)).containsText("Say what it shows");
        Screens.look(ada.page, "image");
        Screens.everyoneCanUse(ada.page, "image");

        ben.goesToTheTop();
        ben.goesBehind("We look, and guess.");
        ben.types(" Or count.");
        ada.sees("Or count.");
        dialog(ada).getByLabel("Alternative text").fill(HARBOUR);
        dialog(ada).getByLabel("Caption (optional)").fill("Six in the evening");
        in(ada, "Insert").click();

        ada.sees("as weather is.{{< figure src=\"/images/harbour.webp\" alt=\"The harbour at dusk\"");
        for (var author : List.of(ada, ben)) {
            assertThat(author.preview().getByAltText(HARBOUR)).hasJSProperty("naturalWidth", 2560);
            author.seesInThePreview("Six in the evening");
        }
    }

    @Test
    @Order(2)
    void what_is_no_image_is_refused_in_a_sentence_and_the_rest_goes_in() throws IOException {
        ada.goesBehind("Or count.");
        ada.presses("Add image");
        var chooser = ada.page.waitForFileChooser(() -> ada.presses("From this device"));
        chooser.setFiles(new FilePayload[] {
            new FilePayload("notes.png", "image/png", "not an image".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("dot.png", "image/png", picture("png", 40, 30))
        });

        assertThat(dialog(ada)).containsText("This is no PNG, JPEG, GIF, WebP, AVIF or SVG image");
        ada.presses("Leave out");
        dialog(ada).getByLabel("Decorative").check();
        dialog(ada).getByLabel("Write as").selectOption("markdown");
        in(ada, "Insert").click();

        ada.sees("![](/images/dot.png)");
        assertThat(ada.preview().locator("img[src='/images/dot.png']")).hasJSProperty("naturalWidth", 40);
    }

    @Test
    @Order(3)
    void an_image_of_the_library_goes_in_by_keys_alone() {
        ada.source().press("Control+End");
        ada.page.keyboard().press("Enter");
        ada.page.keyboard().press("Enter");
        ada.types("/image");
        assertThat(ada.page.getByRole(AriaRole.OPTION).first()).isVisible();
        ada.page.keyboard().press("Enter");
        focusOn(ada, ada.button("From the media library"));
        ada.page.keyboard().press("Enter");
        ada.types("dusk");
        var found = dialog(ada).getByRole(AriaRole.LISTITEM);
        assertThat(found).hasCount(1);
        focusOn(ada, found.getByRole(AriaRole.BUTTON));
        ada.page.keyboard().press("Enter");
        assertThat(dialog(ada).getByLabel("Alternative text")).hasValue(HARBOUR);
        focusOn(ada, in(ada, "Insert"));
        ada.page.keyboard().press("Enter");

        assertThat(dialog(ada)).hasCount(0);
        assertThat(ada.source()).isFocused();
        ada.sees("![The harbour at dusk](/images/harbour.webp)");
        ada.isSaved();
    }

    @Test
    @Order(4)
    void a_cover_is_chosen_among_them() {
        ada.page
                .getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Settings"))
                .click();
        ada.presses("Choose a cover");
        dialog(ada)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(HARBOUR))
                .click();

        assertThat(dialog(ada)).hasCount(0);
        assertThat(ada.page.getByLabel("Cover", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("/images/harbour.webp");
        ada.presses("Close Settings");
        ada.goesToTheTop();
        ada.sees("cover = \"/images/harbour.webp\"");
        ada.isSaved();
    }

    /** By the key that everybody knows. */
    private static void focusOn(Author author, Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < 12 && !(Boolean) target.evaluate("it => it === document.activeElement"); i++) {
            author.page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    @Test
    @Order(5)
    void a_thumb_adds_one_on_a_phone() throws IOException {
        var phone = stage.onAPhone(ada);
        phone.page.navigate(ada.page.url());
        phone.source().tap();
        phone.page.keyboard().press("Control+Home");
        phone.page.keyboard().press("Control+End");
        phone.button("Add image").tap();
        var chooser = phone.page.waitForFileChooser(
                () -> phone.button("From this device").tap());
        chooser.setFiles(new FilePayload("thumb.png", "image/png", picture("png", 64, 64)));
        dialog(phone).getByLabel("Alternative text").fill("A thumb");
        Screens.look(phone.page, "image-phone");
        Screens.everyoneCanUse(phone.page, "image-phone");
        in(phone, "Insert").tap();

        phone.sees("![A thumb](/images/thumb.png)");
        phone.isSaved();
        phone.page.context().close();
    }

    @Test
    @Order(6)
    void the_library_shows_where_each_is_used_and_what_nobody_uses() throws IOException {
        ada.isSaved();
        paste(ada, "forgotten.png", picture("png", 50, 50));
        assertThat(dialog(ada).getByText("Uploaded")).isVisible(new IsVisibleOptions().setTimeout(20_000));
        dialog(ada)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        ada.publishes(1);
        ada.page.navigate(stage.site() + "/studio/");
        ada.link("Media").click();

        assertThat(item(ada, "harbour.webp")).containsText("edition 1");
        assertThat(item(ada, "harbour.webp")).containsText("original");
        assertThat(item(ada, "harbour.webp")).containsText(Sample.TITLE);
        Screens.look(ada.page, "media");
        Screens.everyoneCanUse(ada.page, "media");
        ada.page.getByLabel("Only what nobody uses").check();
        assertThat(item(ada, "harbour.webp")).hasCount(0);
        ada.presses("Remove forgotten.png");
        in(ada, "Remove").click();
        assertThat(ada.page.getByText("Every image is used somewhere.")).isVisible();
    }

    private static Locator item(Author author, String name) {
        return author.page
                .getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Images"))
                .locator("> li")
                .filter(new Locator.FilterOptions()
                        .setHas(author.page.getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(name).setExact(true))));
    }

    private static Locator dialog(Author author) {
        return author.page.getByRole(AriaRole.DIALOG);
    }

    /** A button of the open dialog. */
    private static Locator in(Author author, String button) {
        return dialog(author)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    private static void paste(Author author, String name, byte[] bytes) {
        var type = name.endsWith("jpg") ? "image/jpeg" : "image/png";
        author.source().evaluate("""
                        (source, [name, type, bytes]) => {
                          const clipboardData = new DataTransfer()
                          const file = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
                          clipboardData.items.add(new File([file], name, { type }))
                          source.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
                        }
                        """, List.of(name, type, Base64.getEncoder().encodeToString(bytes)));
    }

    private static byte[] photograph() throws IOException {
        var bytes = picture("jpg", 3000, 2000);
        assertThat(bytes.length).isGreaterThan(10_000);
        return bytes;
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(240, 160, 90), width, height, new Color(20, 40, 80)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.WHITE);
        for (int y = 0; y < height; y += 7) {
            graphics.drawLine(0, y, y * 13 % width, height - y);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
