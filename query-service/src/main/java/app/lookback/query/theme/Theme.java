package app.lookback.query.theme;

import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Templates and styles from a folder that take the place of our own, as they are there: the folder is looked at once a
 * second while pages are asked for. What is wrong in it never keeps a page from its readers.
 */
@Component
public class Theme {

    private static final Logger log = LoggerFactory.getLogger(Theme.class);
    private static final long BETWEEN_LOOKS = 1_000_000_000;
    private static final int MOST_FAULTS = 100;

    /**
     * What all pages have.
     *
     * @param themed the hash of the theme's style, null where there is none
     */
    private record Frame(String description, @Nullable String themed) {}

    private record State(
            Map<String, Folder.State> files, Loaded loaded, Set<Fault> faults, long version, Instant since) {}

    private final @Nullable Folder folder;
    private final Blog blog;
    private final AtomicLong looked = new AtomicLong();
    private volatile State state =
            new State(Map.of(), new Loaded(Map.of(), List.of()), ConcurrentHashMap.newKeySet(), 0, Instant.EPOCH);

    @Autowired
    Theme(@Value("${lookback.theme}") String folder, Blog blog) {
        this(folder.isBlank() ? null : Path.of(folder).toAbsolutePath().normalize(), blog);
    }

    Theme(@Nullable Path folder, Blog blog) {
        this.folder = folder == null ? null : new Folder(folder);
        this.blog = blog;
        look();
        if (folder != null && !Files.isDirectory(folder)) {
            log.warn("The theme's folder {} is not there. The site looks as it does without a theme.", folder);
        }
    }

    /** The page of this template, or of what stands for it in the theme. */
    public String fill(Template page, Object values) {
        var now = now();
        var frame = new Frame(
                blog.description(), style(now.loaded()).map(ThemeFile::hash).orElse(null));
        if (now.loaded().hasTemplates()) {
            try {
                return now.loaded().fill(page, values, frame);
            } catch (RuntimeException | StackOverflowError wrong) {
                tell(now.loaded().fault(page, wrong), now.faults());
            }
        }
        return page.fill(values, frame);
    }

    /** Another number whenever a file of the theme is another one. */
    public long version() {
        return now().version();
    }

    /** When a page has changed last whose content has changed then. */
    public Instant changed(Instant content) {
        var since = now().since();
        return content.isAfter(since) ? content : since;
    }

    Optional<ThemeFile> file(String path) {
        return now().loaded().file(path);
    }

    List<Fault> faults() {
        return now().faults().stream()
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }

    Set<String> files() {
        return now().files().keySet();
    }

    boolean isSet() {
        return folder != null;
    }

    private static Optional<ThemeFile> style(Loaded loaded) {
        return loaded.file(Loaded.STYLE);
    }

    private State now() {
        long last = looked.get();
        if (folder != null
                && System.nanoTime() - last > BETWEEN_LOOKS
                && looked.compareAndSet(last, System.nanoTime())) {
            look();
        }
        return state;
    }

    /** Reads the theme anew where it is not what it was. */
    final synchronized void look() {
        looked.set(System.nanoTime());
        if (folder == null) {
            return;
        }
        var files = new TreeMap<>(folder.states());
        if (files.equals(state.files())) {
            return;
        }
        var unread = new ArrayList<Fault>();
        var loaded = new Loaded(folder.read(files.keySet(), unread::add), unread);
        Set<Fault> faults = ConcurrentHashMap.newKeySet();
        loaded.faults().forEach(fault -> tell(fault, faults));
        state = new State(files, loaded, faults, state.version() + 1, Instant.now());
    }

    private static void tell(Fault fault, Set<Fault> faults) {
        if (faults.size() < MOST_FAULTS && faults.add(fault)) {
            log.warn("The theme's {}, line {}, is left out: {}", fault.file(), fault.line(), fault.problem());
        }
    }
}
