package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Someone who writes in the studio, told by what they see and press. */
final class Author {

    static final String PASSWORD = "a sentence to keep in mind";
    private static final Pattern SAVED = Pattern.compile("(Saved|merged) \\(revision (\\d+)\\)");
    private static final int PATIENCE = 20_000;

    final String name;
    final Page page;

    Author(String name, Page page) {
        this.name = name;
        this.page = page;
    }

    /** Opens a link that lets someone in, and makes an account there. */
    void comesInBy(String link) {
        page.navigate(link);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        presses("Create account");
    }

    void presses(String button) {
        button(button).click();
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(text).setExact(true));
    }

    Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(text).setExact(true));
    }

    /** Drops files from outside on the library, once it is there. */
    void imports(Path... files) {
        assertThat(button("Import")).isVisible();
        drops(files);
    }

    /** Drops files from outside on the library. */
    void drops(Path... files) {
        var carried = page.evaluateHandle("() => new DataTransfer()");
        for (var file : files) {
            page.evaluate("""
                    ([carried, name, bytes]) =>
                      carried.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name))
                    """, new Object[] {carried, file.getFileName().toString(), base64(file)});
        }
        for (var event : new String[] {"dragover", "drop"}) {
            page.getByRole(AriaRole.MAIN).dispatchEvent(event, Map.of("dataTransfer", carried));
        }
    }

    private static String base64(Path file) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    void opens(String title) {
        link(title).click();
        assertThat(source()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
    }

    /** Makes a link that lets one person into the post that is open. */
    String invites() {
        presses("Share");
        presses("Create invitation link");
        var link = page.getByLabel("Invitation link").inputValue();
        presses("Close People");
        return link;
    }

    /** Goes there by the keyboard alone. */
    void tabsTo(Locator target) {
        for (int n = 0; n < 100 && !isFocused(target); n++) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (Boolean) target.evaluate("(one) => one === document.activeElement");
    }

    Locator whoIsHere() {
        return page.getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Who is here"));
    }

    Locator source() {
        return page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Source"));
    }

    Locator preview() {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Preview"));
    }

    Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }

    /** The caret of another, with the name that it carries. */
    Locator caretOf(Author other) {
        return page.locator(".cm-other-caret[data-name='" + other.name + "']");
    }

    /** Puts the caret right behind this text, once the editor has drawn what is around it. */
    void goesBehind(String text) {
        var spot = (List<?>) source().evaluate("""
                        async (source, text) => {
                          const find = () => {
                            const nodes = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
                            while (nodes.nextNode() && !nodes.currentNode.data.includes(text)) {}
                            return nodes.currentNode;
                          };
                          for (let drawn = 0; drawn < 3; drawn++) {
                            find().parentElement.scrollIntoView({ block: 'center' });
                            await new Promise((frame) => requestAnimationFrame(frame));
                          }
                          const node = find();
                          const end = node.data.indexOf(text) + text.length;
                          const last = document.createRange();
                          last.setStart(node, end - 1);
                          last.setEnd(node, end);
                          const { right, top, height } = last.getBoundingClientRect();
                          return [right, top + height / 2];
                        }
                        """, text);
        page.mouse().click(((Number) spot.get(0)).doubleValue(), ((Number) spot.get(1)).doubleValue());
    }

    void goesToTheTop() {
        source().press("Control+Home");
    }

    void types(String text) {
        page.keyboard().type(text);
    }

    void sees(String text) {
        assertThat(source()).containsText(text, patient());
    }

    void seesHeading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(text))
                        .first())
                .isVisible();
    }

    void seesInThePreview(String text) {
        assertThat(preview()).containsText(text, patient());
    }

    private static ContainsTextOptions patient() {
        return new ContainsTextOptions().setTimeout(PATIENCE);
    }

    /** Waits until everything typed so far is durable, and gives the revision that the status names. */
    long isSaved() {
        assertThat(status().filter(new Locator.FilterOptions().setHasText(SAVED)))
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
        var match = SAVED.matcher(status().first().innerText());
        return match.find() ? Long.parseLong(match.group(2)) : isSaved();
    }

    /** Publishes what is there now as the next edition. */
    void publishes(int edition) {
        isSaved();
        page.getByRole(AriaRole.BANNER)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^(Publish|Update|Publish again)$")))
                .click();
        presses("Publish edition " + edition);
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Edition " + edition + " is published", patient());
        presses("Close");
    }

    /** The source of the open post as the server tells it to this browser, once its view has what the status names. */
    String sourceAtServer(String when) {
        var saved = SAVED.matcher(status().first().innerText());
        var revision = when.isEmpty() && saved.find() ? Integer.parseInt(saved.group(2)) : 0;
        return (String) page.evaluate("""
                async ([when, revision]) => {
                  const ask = () => fetch('/api/posts/' + location.pathname.split('/')[3] + when).then((answer) => answer.json())
                  let draft = await ask()
                  for (let again = 0; again < 200 && !(draft.revision >= revision); again++) {
                    await new Promise((later) => setTimeout(later, 50))
                    draft = await ask()
                  }
                  return draft.source
                }
                """, List.of(when, revision));
    }
}
