package app.lookback.command.importing;

import app.lookback.command.address.PostPath;
import app.lookback.command.importing.ImportPost.Text;
import app.lookback.command.importing.Imported.Standing;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Refusal;
import app.lookback.command.post.PublishEdition;
import app.lookback.command.site.KeepFile;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.hugo.FrontMatter;
import app.lookback.hugo.HugoConfig;
import app.lookback.hugo.HugoPage;
import app.lookback.hugo.HugoPage.Kind;
import app.lookback.hugo.SafePath;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One import: first the files, so that posts find their images; then the posts; then, when all of them are there to be linked to, their editions. */
final class ImportRun {

    private static final long LARGEST_FILE = 64_000_000;
    private static final int LONGEST_PATH = 253;
    private static final PostId AMBIGUOUS = PostId.random();
    private static final int MOST_NOTES = 1_000;

    private record Edition(PostId post, String file, PersonId by, long revision, Instant at) {}

    private final SiteSource source;
    private final Decisions decisions;
    private final Imported imported;
    private final Authors authors;
    private final PersonId owner;
    private final Instant now;
    private final ImportProgress progress;
    private final List<String> notes = new ArrayList<>();
    private final List<Edition> editions = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private HugoConfig config = HugoConfig.read(Map.of());
    private Set<String> all = Set.of();
    private final Map<String, PostId> names = new LinkedHashMap<>();
    private int begun;
    private int changed;
    private int same;
    private int kept;
    private int published;

    ImportRun(
            SiteSource source,
            Decisions decisions,
            Imported imported,
            Authors authors,
            PersonId owner,
            Instant now,
            ImportProgress progress) {
        this.source = source;
        this.decisions = decisions;
        this.imported = imported;
        this.authors = authors;
        this.owner = owner;
        this.now = now;
        this.progress = progress;
    }

    ImportReport run() throws IOException {
        source.notes().forEach(this::note);
        sort();
        if (posts.isEmpty() && files.isEmpty()) {
            throw new NotImported("There is no file of a Hugo site: name the folder in which content/ stands.");
        }
        var known = imported.byFile();
        each("Files", files, this::keep);
        each("Posts", posts, file -> {
            if (known.containsKey(file)) {
                change(file, imported.standing(known.get(file)));
            } else {
                begin(file);
            }
        });
        names.values().removeIf(AMBIGUOUS::equals);
        each(
                "Links",
                new ArrayList<>(names.keySet()),
                name -> decisions.<Object>decide(new ClaimName(name, names.get(name), now)));
        publish();
        return new ImportReport(begun, changed, same, published, kept, List.copyOf(notes));
    }

    private interface Step {
        void on(String file) throws IOException;
    }

    /** What goes wrong with one file stops none of the others. */
    private void each(String doing, List<String> paths, Step step) {
        for (int at = 0; at < paths.size(); at++) {
            progress.reached(doing, at, paths.size());
            var path = paths.get(at);
            try {
                step.on(path);
            } catch (Refusal refused) {
                note(path + ": " + refused.sentence());
            } catch (IOException unreadable) {
                note(path + ": cannot be read (" + unreadable.getMessage() + ")");
            }
        }
        progress.reached(doing, paths.size(), paths.size());
    }

    private void sort() throws IOException {
        all = new HashSet<>(source.files());
        var settings = new HashMap<String, byte[]>();
        for (var path : source.files()) {
            if (HugoConfig.isPart(path) && source.size(path) <= LARGEST_FILE) {
                settings.put(path, source.bytes(path));
            }
        }
        config = HugoConfig.read(settings);
        config.problems().forEach(this::note);
        if (!config.baseUrl().replaceFirst("^[a-z]+://[^/]*/?", "").isEmpty()) {
            note("baseURL " + config.baseUrl()
                    + " ends with a path; here addresses begin without it, and what was below it leads to them");
        }
        var bundles = new HashSet<String>();
        all.forEach(path -> HugoPage.bundle(config, path).ifPresent(bundles::add));
        for (var path : source.files()) {
            if (!SafePath.is(path) || path.length() > LONGEST_PATH) {
                note(
                        path
                                + ": left out, for no file may be called so on every system, or its path is longer than 253 characters");
            } else if (HugoPage.kind(config, path, bundles) == Kind.PAGE) {
                posts.add(path);
            } else {
                files.add(path);
            }
        }
    }

    private void keep(String path) throws IOException {
        if (source.size(path) > LARGEST_FILE) {
            note(path
                    + ": left out, for it has %,d bytes and a file has at most %,d"
                            .formatted(source.size(path), LARGEST_FILE));
            return;
        }
        if (decisions.<Boolean>decide(new KeepFile(path, source.bytes(path), owner, now))) {
            kept++;
        } else {
            same++;
        }
    }

    /** What cannot become a post stays in the site as a file, so that nothing of it is lost. */
    private void begin(String path) throws IOException {
        HugoFile file;
        HugoPage page;
        PostPath near;
        try {
            file = HugoFile.read(source.bytes(path));
            page = HugoPage.of(config, path, file.source(), all, now);
            near = PostPath.near(page.address());
        } catch (Refusal refused) {
            note(path + ": kept as a file. " + refused.sentence());
            keep(path);
            return;
        }
        var post = PostId.random();
        var texts = texts(path, "", file);
        String found =
                decisions.decide(new ImportPost(post, near, page.address(), path, file.form(), owner, texts, now));
        begun++;
        name(HugoPage.name(config, path), found, post);
        noteFrontMatter(path, file.source());
        if (!found.equals(near.text())) {
            note(path + ": " + near.text() + " belongs to something else, so it is at " + found);
        }
        if (page.shown()) {
            editions.add(new Edition(post, path, owner, texts.size(), dated(page, texts)));
        }
    }

    private static Instant before(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant dated(HugoPage page, List<Text> texts) {
        var date = page.date() == null ? texts.get(texts.size() - 1).at() : page.date();
        return before(date, now).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Other pages link to it by its whole name, or by the last part of it where no other page has the same. */
    private void name(String name, String found, PostId post) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        if (!found.equals(name + "/")) {
            names.put(name, post);
        }
        if (!found.equals("/posts/" + last + "/")) {
            names.put(last, names.containsKey(last) ? AMBIGUOUS : post);
        }
    }

    private void change(String path, Standing standing) throws IOException {
        var bytes = source.bytes(path);
        var file = HugoFile.read(bytes);
        if (file.source().equals(standing.before())) {
            same++;
        } else if (standing.deleted()) {
            note(path + ": has changed, but its post was deleted here");
        } else {
            noteFrontMatter(path, file.source());
            bring(
                    file,
                    new ImportChange(
                            standing.post(),
                            path,
                            standing.before(),
                            standing.newest(),
                            standing.source(),
                            standing.owner(),
                            texts(path, standing.before(), file),
                            bytes,
                            now),
                    standing);
        }
    }

    private void bring(HugoFile file, ImportChange change, Standing standing) {
        long revision = decisions.decide(change);
        changed++;
        boolean follows = standing.editions() == 0 || standing.edition() == standing.newest();
        if (change.isBesideOthers()) {
            note(change.file()
                    + ": was written on here since the last import; what is new in the file was merged into the draft");
        } else if (follows
                && HugoPage.of(config, change.file(), file.source(), all, now).shown()) {
            editions.add(new Edition(standing.post(), change.file(), standing.owner(), revision, now));
        }
    }

    /**
     * What the file has held since it held {@code imported}, the oldest first, at times that never go back; where it never held
     * that, what it holds now alone. Versions that no post could hold are skipped.
     */
    private List<Text> texts(String path, String imported, HugoFile newest) throws IOException {
        var texts = new ArrayList<Text>();
        var at = Instant.EPOCH;
        var before = imported;
        boolean follows = imported.isEmpty();
        for (var version : source.versions(path)) {
            var text = text(version);
            if (text == null) {
                continue;
            }
            if (text.equals(imported)) {
                texts.clear();
                follows = true;
            } else if (!text.equals(before)) {
                at = at.isAfter(version.at()) ? at : before(version.at(), now).truncatedTo(ChronoUnit.MILLIS);
                texts.add(new Text(authors.of(version.by(), now), text, at));
            }
            before = text;
        }
        if (!follows) {
            texts.subList(0, Math.max(0, texts.size() - 1)).clear();
        }
        if (texts.isEmpty() || !texts.get(texts.size() - 1).source().equals(newest.source())) {
            texts.add(new Text(owner, newest.source(), now));
        }
        return texts;
    }

    private static @Nullable String text(Version version) throws IOException {
        try {
            return HugoFile.read(version.content().read()).source();
        } catch (Refusal noPost) {
            return null;
        }
    }

    private void publish() {
        var byFile = new HashMap<String, Edition>();
        editions.forEach(edition -> byFile.put(edition.file(), edition));
        each("Editions", editions.stream().map(Edition::file).toList(), path -> {
            var edition = byFile.get(path);
            decisions.<Object>decide(
                    new PublishEdition(edition.post(), edition.revision(), edition.by(), edition.at()));
            published++;
        });
    }

    private void noteFrontMatter(String path, String text) {
        var problem = FrontMatter.read(text).problem();
        if (problem != null) {
            note(path + ": " + problem);
        }
        FrontMatter.slips(text).forEach(slip -> note(path + ": " + slip));
    }

    private void note(String sentence) {
        if (notes.size() < MOST_NOTES) {
            notes.add(sentence);
        } else if (notes.size() == MOST_NOTES) {
            notes.add("and more, which is not listed");
        }
    }
}
