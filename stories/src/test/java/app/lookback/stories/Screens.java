package app.lookback.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;

/** Looks at a screen as people will: wide and narrow, by day and by night, and with the eyes of axe. */
final class Screens {

    static final int DESKTOP = 1440;
    static final int PHONE = 390;
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screens() {}

    /** Keeps four pictures in target/screenshots, and leaves the page as it was. */
    static void look(Page page, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            take(page, name, scheme, PHONE, 844);
            take(page, name, scheme, DESKTOP, 900);
        }
    }

    /** Waits until the colours of day or night have arrived, those that change gently included. */
    private static void turn(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate("""
                async () => {
                  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
                  const gentle = document.getAnimations().filter((one) => one instanceof CSSTransition)
                  await Promise.allSettled(gentle.map((one) => one.finished))
                }
                """);
    }

    private static void take(Page page, String name, ColorScheme scheme, int width, int height) {
        page.setViewportSize(width, height);
        var file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(file)));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits into %d pixels", name, width)
                .isTrue();
    }

    /** No barrier that axe knows of, by day and by night. */
    static void everyoneCanUse(Page page, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            turn(page, scheme);
            var barriers = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(rule -> rule.getId() + ": "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                            .toList())
                            .toList();
            assertThat(barriers).as("barriers in %s, %s", name, scheme).isEmpty();
        }
    }
}
