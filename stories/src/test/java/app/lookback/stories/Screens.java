package app.lookback.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at a screen as people will: wide and narrow, by day and by night, and with the eyes of axe. */
final class Screens {

    static final int DESKTOP = 1440;
    static final int PHONE = 390;

    private static final int TABLET = 820;
    private static final int SMALLEST_TARGET = 24;
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screens() {}

    /**
     * Six pictures of the page, none of which scrolls sideways, has a barrier that axe knows of, or a target that a
     * finger misses (WCAG 2.2, 2.5.8: links within a sentence are let be).
     */
    static void passes(Page page, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            turn(page, scheme);
            passes(page, name, scheme, PHONE, 844);
            take(page, name, scheme, TABLET, 1180);
            passes(page, name, scheme, DESKTOP, 900);
        }
    }

    private static void passes(Page page, String name, ColorScheme scheme, int width, int height) {
        take(page, name, scheme, width, height);
        assertThat(smallTargets(page))
                .as("small targets in %s, %d pixels wide", name, width)
                .isEmpty();
        assertThat(barriers(page))
                .as("barriers in %s, %s, %d pixels wide", name, scheme, width)
                .isEmpty();
    }

    /** Whatever takes the focus by Tab stands in sight, and nothing lies over all of it (WCAG 2.2, 2.4.11). */
    static void showsWhatHasTheFocus(Page page, int steps) {
        for (int i = 0; i < steps; i++) {
            page.keyboard().press("Tab");
            assertThat((String) page.evaluate("""
                    () => {
                      const one = document.activeElement
                      if (one === document.body || one.closest('.unseen')) return ''
                      const { left, right, top, bottom } = one.getBoundingClientRect()
                      const across = (from, to, most) => [0.1, 0.5, 0.9].map((part) => Math.max(from, 0) + part * (Math.min(to, most) - Math.max(from, 0)))
                      const seen = across(left, right, innerWidth).some((x) => across(top, bottom, innerHeight).some((y) => {
                        const there = document.elementFromPoint(x, y)
                        return there && (one.contains(there) || there.contains(one))
                      }))
                      return seen ? '' : one.outerHTML.slice(0, 160)
                    }
                    """))
                    .as("hidden although it has the focus")
                    .isEmpty();
        }
    }

    private static List<?> smallTargets(Page page) {
        return (List<?>) page.evaluate("""
                (least) => [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role=slider]')]
                  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen, .cm-content'))
                  .filter((one) => one.tagName !== 'A' || getComputedStyle(one).display !== 'inline')
                  .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
                  .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
                  .map(({ one, box }) => `${one.outerHTML.slice(0, 120)}: ${box.width} x ${box.height}`)
                """, SMALLEST_TARGET);
    }

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
            assertThat(barriers(page)).as("barriers in %s, %s", name, scheme).isEmpty();
        }
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }
}
