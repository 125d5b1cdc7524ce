package app.lookback.stories;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's own browser; nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        if (Files.notExists(PROGRAM)) {
            fail("The stories need Chromium: apt-get install -y --no-install-recommends chromium"
                    + " fonts-liberation fonts-noto-cjk fonts-noto-color-emoji");
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A browser of someone's own: no cookies, a desktop's window. */
    Page newPage(boolean javaScript) {
        return newPage(new Browser.NewContextOptions()
                .setViewportSize(Screens.DESKTOP, 900)
                .setJavaScriptEnabled(javaScript));
    }

    /** A phone's browser, used by touch. */
    Page newPhone() {
        return newPage(aPhone());
    }

    /** The phone of someone who is signed in on this page. */
    Page newPhone(Page signedIn) {
        return newPage(aPhone().setStorageState(signedIn.context().storageState()));
    }

    private static Browser.NewContextOptions aPhone() {
        return new Browser.NewContextOptions()
                .setViewportSize(Screens.PHONE, 844)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    private Page newPage(Browser.NewContextOptions options) {
        var context = browser.newContext(options.setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
