package app.lookback.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.importing.ImportOrder;
import app.lookback.command.importing.ImportReport;
import app.lookback.command.importing.NotImported;
import app.lookback.command.importing.SiteImport;
import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.FileForm;
import app.lookback.contract.FileForm.LineEnd;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.FilePlaced;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostId;
import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site moves in: what the log says afterwards. */
class ImportTest {

    private static final Instant DAY = Instant.parse("2023-05-01T10:00:00Z");
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    @TempDir
    private Path site;

    private static Node node;
    private static Browser ada;

    @BeforeAll
    static void start() {
        node = Node.on(TestPostgres.newDatabase());
        ada = Browser.ofAdministrator(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private void file(String path, String text) throws IOException {
        file(path, text.getBytes(UTF_8));
    }

    private void file(String path, byte[] bytes) throws IOException {
        Files.createDirectories(site.resolve(path).getParent());
        Files.write(site.resolve(path), bytes);
    }

    private static ImportReport imported(Path from) throws IOException {
        return imported(node, from);
    }

    private static ImportReport imported(Node on, Path from) throws IOException {
        return on.context().getBean(SiteImport.class).run(new ImportOrder(from, null, null), (what, done, all) -> {});
    }

    private static void commit(Git git, String name, int day) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        var who = new PersonIdent(
                name, name.toLowerCase() + "@example.org", DAY.plusSeconds(86_400L * day), ZoneOffset.UTC);
        git.commit()
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .setMessage("Day " + day)
                .call();
    }

    private PostId at(String path) {
        return ((AddressClaimed) node.events(path).get(0)).post();
    }

    private <T> List<T> of(String aggregate, Class<T> type) {
        return node.events(aggregate).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private String source(PostId post) {
        var source = "";
        for (var edit : of(post.manuscript(), SourceEdited.class)) {
            source = edit.changes().apply(source);
        }
        return source;
    }

    @Test
    void each_commit_becomes_an_edit_of_its_author_at_its_date_across_renames_and_merges() throws Exception {
        try (var git =
                Git.init().setDirectory(site.toFile()).setInitialBranch("main").call()) {
            file("hugo.toml", "[permalinks]\nnotes = '/:year/:slug/'\n");
            file("content/posts/rain.md", "+++\ntitle = 'Rain'\ndate = 2023-05-01\n+++\n\nOne.\n\nTwo.\n");
            commit(git, "Ada", 0);
            file(
                    "content/posts/rain.md",
                    "+++\ntitle = 'Rain'\ndate = 2023-05-01\n+++\n\nOne.\n\nTwo and a half 🎬.\n");
            commit(git, "Ben", 1);
            git.checkout().setCreateBranch(true).setName("side").call();
            file("content/posts/other.md", "Other, of a branch.\n");
            commit(git, "Cleo", 2);
            git.checkout().setName("main").call();
            Files.createDirectories(site.resolve("content/notes"));
            Files.move(site.resolve("content/posts/rain.md"), site.resolve("content/notes/rain.md"));
            commit(git, "Ada", 3);
            git.merge().include(git.getRepository().resolve("side")).call();
            file(
                    "content/notes/rain.md",
                    "+++\ntitle = 'Rain'\ndate = 2023-05-01\n+++\n\nZero.\n\nOne.\n\nTwo and a half 🎬.\n");
            commit(git, "Ada", 4);
        }

        var report = imported(site);

        assertThat(report.notes()).isEmpty();
        assertThat(report)
                .extracting(ImportReport::begun, ImportReport::published, ImportReport::files)
                .containsExactly(2, 2, 1);
        var rain = at("/2023/rain/");
        var edits = of(rain.manuscript(), SourceEdited.class);
        assertThat(edits)
                .extracting(edit -> edit.at().toString())
                .containsExactly("2023-05-01T10:00:00Z", "2023-05-02T10:00:00Z", "2023-05-05T10:00:00Z");
        assertThat(edits.get(1).changes().toString()).endsWith("+␣and␣a␣half␣🎬 2");
        assertThat(edits.get(0).author())
                .isEqualTo(edits.get(2).author())
                .isNotEqualTo(edits.get(1).author());
        assertThat(name(edits.get(1).author().value())).isEqualTo("Ben");
        assertThat(source(rain)).isEqualTo(Files.readString(site.resolve("content/notes/rain.md")));
        assertThat(of(rain.value(), FilePlaced.class))
                .extracting(FilePlaced::file)
                .containsExactly("content/notes/rain.md");
        assertThat(of(rain.value(), EditionPublished.class)).singleElement().satisfies(edition -> {
            assertThat(edition.revision()).isEqualTo(3);
            assertThat(edition.at()).isEqualTo("2023-05-01T00:00:00Z");
        });
        var other = of(at("/posts/other/").manuscript(), SourceEdited.class);
        assertThat(other)
                .singleElement()
                .satisfies(edit -> assertThat(name(edit.author().value())).isEqualTo("Cleo"));
    }

    private String name(String person) {
        return node.database()
                .sql("SELECT name FROM account WHERE id = ?::uuid")
                .param(person)
                .query(String.class)
                .single();
    }

    @Test
    void a_second_import_brings_only_what_is_new_and_merges_it_with_what_was_written_here() throws Exception {
        file("content/posts/rain.md", "First.\n\nSecond.\n\nThird.\n");
        file("content/posts/snow.md", "Snow.\n");
        file("static/a.png", PICTURE);
        imported(site);
        var rain = at("/posts/rain/");
        var edits = of(rain.manuscript(), SourceEdited.class);
        ada.post(
                        "/api/posts/" + rain + "/edits",
                        Map.of(
                                "client",
                                "0f0e0d0c-0b0a-4a09-8807-060504030201",
                                "sequence",
                                1,
                                "base",
                                1,
                                "changes",
                                List.of(
                                        List.of(0, "Written here.", ""),
                                        edits.get(0).changes().newLength())))
                .expect(200);
        file("content/posts/rain.md", "First.\n\nSecond.\n\nThird, and new in the file.\n");
        file("content/posts/snow.md", "Snow, and more.\n");
        file("content/posts/hail.md", "Hail.\n");

        var again = imported(site);

        assertThat(again)
                .isEqualTo(
                        new ImportReport(
                                1,
                                2,
                                1,
                                2,
                                0,
                                List.of(
                                        "content/posts/rain.md: was written on here since the last import; what is new in the file was merged into the draft")));
        assertThat(source(rain)).isEqualTo("Written here.\nFirst.\n\nSecond.\n\nThird, and new in the file.\n");
        assertThat(of(rain.value(), EditionPublished.class)).hasSize(1);
        assertThat(of(at("/posts/snow/").value(), EditionPublished.class)).hasSize(2);
        long events = node.eventsInAll();
        assertThat(imported(site).same()).isEqualTo(4);
        assertThat(node.eventsInAll()).isEqualTo(events);
        file("content/posts/rain.md", "First, and newer.\n\nSecond.\n\nThird, and new in the file.\n");
        assertThat(imported(site).changed()).isEqualTo(1);
        assertThat(source(rain))
                .isEqualTo("Written here.\nFirst, and newer.\n\nSecond.\n\nThird, and new in the file.\n");
    }

    @Test
    void one_bad_file_stops_none_of_the_others_and_nothing_is_lost() throws Exception {
        file("content/posts/good.md", "\uFEFF---\r\ntitle:\tGood\r\n---\r\n\r\nNo end");
        file("content/posts/mixed.md", "a\r\nb\n");
        file("content/posts/latin.md", new byte[] {'a', (byte) 0xff});
        file("content/posts/draft.md", "---\ndraft: true\n---\n");
        file("content/posts/broken.md", "---\ntitle: \"\n---\nText\n");
        file("content/posts/bundle/index.md", "In a folder.\n");
        file("content/posts/bundle/cover.png", PICTURE);
        file("content/search.md", "Search\n");
        file("public/index.html", "made by hugo");
        file("layouts/_default/single.html", "<p>");

        var report = imported(site);

        assertThat(report.begun()).isEqualTo(4);
        assertThat(report.published()).isEqualTo(3);
        assertThat(report.files()).isEqualTo(5);
        assertThat(report.notes())
                .containsExactly(
                        "content/posts/broken.md: The front matter cannot be read as YAML near line 2.",
                        "content/posts/good.md: Line 2: a tab stands after the colon; Hugo wants a space.",
                        "content/posts/latin.md: kept as a file. The file is not UTF-8 text. Save it as UTF-8 and try again.",
                        "content/posts/mixed.md: kept as a file. Line 2 ends with LF, the lines before with CRLF. Save the file with one kind of line end.",
                        "content/search.md: kept as a file. /search/ is where posts are listed. Add a part, as in /search/look-back/.");
        assertThat(of(at("/posts/good/").value(), PostCreated.class))
                .extracting(PostCreated::form)
                .containsExactly(new FileForm(true, LineEnd.CRLF));
        assertThat(of(SiteFileEvent.aggregate("content/posts/bundle/cover.png"), FileKept.class))
                .extracting(FileKept::mediaType)
                .containsExactly("image/png");
        assertThat(of(SiteFileEvent.aggregate("layouts/_default/single.html"), FileKept.class))
                .extracting(FileKept::mediaType)
                .containsExactly("text/plain");
    }

    @Test
    void whoever_uses_the_setup_link_owns_what_was_imported_before() throws Exception {
        file("content/posts/mine.md", "Mine.\n");
        try (var fresh = Node.on(TestPostgres.newDatabase())) {
            imported(fresh, site);
            var post = ((AddressClaimed) fresh.events("/posts/mine/").get(0)).post();

            var first = Browser.ofAdministrator(fresh);

            first.post("/api/posts/" + post + "/withdrawal", Map.of()).expect(204);
        }
    }

    @Test
    void a_zip_is_unpacked_and_a_path_that_leaves_it_is_not() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var path : List.of("blog/content/posts/zipped.md", "blog/../../escaped.md", "blog/hugo.toml")) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write("# no table\n".getBytes(UTF_8));
            }
        }
        var file = Files.write(site.resolve("blog.zip"), bytes.toByteArray());

        assertThat(imported(file).begun()).isEqualTo(1);

        assertThat(at("/posts/zipped/")).isNotNull();
        assertThat(site.getParent().resolve("escaped.md")).doesNotExist();
        var lines = ada.postBytes("/api/imports", "application/zip", bytes.toByteArray())
                .expect(200);
        assertThat(lines.body().lines().reduce((first, last) -> last))
                .hasValueSatisfying(
                        last -> assertThat(last).startsWith("{\"report\":").contains("\"begun\":0", "\"same\":2"));
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> imported(file)).isInstanceOf(NotImported.class).hasMessageContaining("no zip file");
    }

    @Test
    void nothing_to_import_is_said() {
        var told = new ArrayList<String>();
        for (var path : List.of(site, site.resolve("none"))) {
            try {
                imported(path);
            } catch (NotImported | IOException cannot) {
                told.add(cannot.getMessage());
            }
        }
        assertThat(told)
                .containsExactly(
                        "There is no file of a Hugo site: name the folder in which content/ stands.",
                        site.resolve("none") + " is not there: name a folder, a git repository or a zip file.");
    }
}
