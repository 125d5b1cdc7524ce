package app.lookback.stories;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** What a story needs before anyone enters: a Lookback of its own and a browser. Both end with the story, however it ends. */
final class Stage implements BeforeAllCallback, AfterAllCallback {

    private final Kept kept = new Kept();
    private Launched lookback;
    private Chromium chromium;
    private Path folder;

    @Override
    public void beforeAll(ExtensionContext story) throws IOException {
        folder = Files.createTempDirectory("story");
        lookback = kept.keep(Launched.start(folder.resolve("data")));
        chromium = kept.keep(Chromium.open());
    }

    @Override
    public void afterAll(ExtensionContext story) throws IOException {
        kept.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    Launched lookback() {
        return lookback;
    }

    String site() {
        return lookback.site();
    }

    /** The data folder of this Lookback. */
    String data() {
        return folder.resolve("data").toString();
    }

    String setupLink() {
        return lookback.setupLink();
    }

    /** Is ended before Lookback. */
    <T extends AutoCloseable> T keep(T started) {
        return kept.keep(started);
    }

    Author atADesk(String name) {
        return new Author(name, chromium.newPage(true));
    }

    Author onAPhone(String name) {
        return new Author(name, chromium.newPhone());
    }

    /** The same person goes on from a phone. */
    Author onAPhone(Author signedIn) {
        return new Author(signedIn.name, chromium.newPhone(signedIn.page));
    }

    Page aReader(boolean javaScript) {
        return chromium.newPage(javaScript);
    }

    /** A file that somebody has on their own machine. */
    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The first of all makes an account, and imports these files. */
    void begins(Author first, Path... files) {
        first.comesInBy(setupLink());
        first.imports(files);
    }

    /** Both have the sample open. */
    void begin(Author first, Author second) {
        begins(first, Sample.FILE);
        first.opens(Sample.TITLE);
        second.comesInBy(first.invites());
        second.sees("as weather is.");
    }
}
