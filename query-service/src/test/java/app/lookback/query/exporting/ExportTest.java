package app.lookback.query.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.FileForm;
import app.lookback.contract.FileForm.LineEnd;
import app.lookback.query.Running;
import app.lookback.query.Running.Browser;
import app.lookback.query.exporting.Export.Report;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written when the blog leaves. */
class ExportTest {

    private static final String SOURCE = "---\ntitle:\tRain\n---\n\n![Rain](/images/moved-rain-small.png)";
    private static final String DRAFT = "+++\ntitle = \"Plan\"\ndraft = true\n+++\n\nNot yet.\n";

    private static Running service;
    private static Browser ada;
    private static Written rain;

    @TempDir
    private Path folder;

    @BeforeAll
    static void ada_wrote() throws Exception {
        service = Running.service();
        ada = service.account("Ada who moves out");
        rain = Written.by(ada.person, "/posts/moving-rain/", new FileForm(true, LineEnd.CRLF));
        for (var name : new String[] {"moved-rain.png", "moved-rain-small.png", "moved-spare.png", "moved-gone.png"}) {
            rain.pictured(ada.person, "/images/" + name, stored(name));
        }
        rain.scaled(ada.person, "/images/moved-rain-small.png", "/images/moved-rain.png")
                .pictureRemoved(ada.person, "/images/moved-gone.png")
                .types(ada.person, 0, SOURCE)
                .published(ada.person)
                .types(ada.person, SOURCE.length(), " More.\n");
        service.happens(rain);
        service.happens(Written.by(ada.person, "/posts/index/").types(ada.person, 0, DRAFT));
        service.happens(
                Written.by(ada.person, "/posts/moving-shown-by-hugo/").types(ada.person, 0, "Never published."));
        service.happens(Written.by(ada.person, "/posts/moving-torn-up/")
                .types(ada.person, 0, "Away.")
                .deleted(ada.person));
        service.happens(Written.by(ada.person, "/posts/moving-taken-back/")
                .types(ada.person, 0, "Back.")
                .published(ada.person)
                .withdrawn(ada.person));
        await().until(() -> ada.get("/api/posts/" + rain.post + "/zip").statusCode() == 200);
    }

    private static byte[] stored(String name) {
        var bytes = ("exported " + name).getBytes(UTF_8);
        service.bean(JdbcClient.class)
                .sql("INSERT INTO media (sha256, media_type, size, bytes, created_at)"
                        + " VALUES (:sha256, 'image/png', :size, :bytes, now())")
                .param("sha256", Hash.sha256(bytes))
                .param("size", bytes.length)
                .param("bytes", bytes)
                .update();
        return bytes;
    }

    private Report export(boolean onlyPublished) throws IOException {
        return Export.of(service.bean(DataSource.class)).into(folder, onlyPublished);
    }

    @Test
    void each_post_has_its_bytes_and_its_images() throws IOException {
        export(false);

        assertThat(folder.resolve("content/posts/moving-rain.md"))
                .hasBinaryContent(("\uFEFF" + (SOURCE + " More.\n").replace("\n", "\r\n")).getBytes(UTF_8));
        assertThat(folder.resolve("static/images/moved-rain-small.png")).hasContent("exported moved-rain-small.png");
        assertThat(folder.resolve("static/images/moved-rain.png")).exists();
        assertThat(folder.resolve("static/images/moved-spare.png")).exists();
        assertThat(folder.resolve("static/images/moved-gone.png")).doesNotExist();
        assertThat(folder.resolve("content/posts/index/index.md")).hasContent(DRAFT.strip());
        assertThat(folder.resolve("content/posts/moving-torn-up.md")).doesNotExist();
        assertThat(folder.resolve("hugo.toml")).exists();
    }

    @Test
    void what_hugo_would_show_and_readers_do_not_find_is_said() throws IOException {
        var report = export(false);

        assertThat(report.willBeShown())
                .contains("/posts/moving-shown-by-hugo/", "/posts/moving-taken-back/")
                .doesNotContain("/posts/moving-rain/", "/posts/index/", "/posts/moving-torn-up/");
        assertThat(folder.resolve(Manifest.FILE)).content().contains("# - /posts/moving-shown-by-hugo/\n");
    }

    @Test
    void only_what_readers_find_can_be_taken_out() throws IOException {
        var report = export(true);

        assertThat(folder.resolve("content/posts/moving-rain.md"))
                .hasBinaryContent(("\uFEFF" + SOURCE.replace("\n", "\r\n")).getBytes(UTF_8));
        assertThat(folder.resolve("static/images/moved-rain.png")).exists();
        assertThat(folder.resolve("static/images/moved-spare.png")).doesNotExist();
        assertThat(folder.resolve("content/posts/moving-shown-by-hugo.md")).doesNotExist();
        assertThat(folder.resolve("content/posts/moving-taken-back.md")).doesNotExist();
        assertThat(report.willBeShown()).isEmpty();
    }

    @Test
    void a_second_export_changes_nothing() throws IOException {
        export(false);
        var first = inFolder();
        export(false);

        assertThat(inFolder()).isEqualTo(first);
    }

    @Test
    void the_zip_of_an_administrator_holds_the_same_files() throws IOException {
        export(false);
        var root = service.account("Root who moves out", "ROLE_AUTHOR", "ROLE_ADMINISTRATOR");

        var answer = root.bytes("/api/export");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "blog.zip"));
        assertThat(unpacked(answer.body(), "blog/")).isEqualTo(inFolder());
    }

    @Test
    void an_author_takes_a_post_with_its_images() throws IOException {
        var files = unpacked(ada.bytes("/api/posts/" + rain.post + "/zip").body(), "moving-rain/");

        assertThat(files.keySet())
                .containsExactly(
                        "content/posts/moving-rain.md",
                        Manifest.FILE,
                        "static/images/moved-rain-small.png",
                        "static/images/moved-rain.png",
                        "static/images/moved-spare.png");
    }

    @Test
    void a_long_post_is_written_anew_from_its_edits(@TempDir Path other) throws IOException {
        var long1 = Written.by(ada.person, "/posts/moving-long/").types(ada.person, 0, "x");
        for (int i = 0; i < 1_203; i++) {
            long1.edits(ada.person, ChangeSet.replace(long1.newest().length(), i / 2, i / 2, "" + i % 10));
        }
        service.happens(long1);

        Export.of(service.bean(DataSource.class)).into(other, false);

        assertThat(other.resolve("content/posts/moving-long.md")).hasContent(long1.newest());
    }

    private Map<String, String> inFolder() throws IOException {
        var files = new TreeMap<String, String>();
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Hash.sha256(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static Map<String, String> unpacked(byte[] zip, String root) throws IOException {
        var files = new TreeMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                assertThat(entry.getName()).startsWith(root);
                files.put(entry.getName().substring(root.length()), Hash.sha256(entries.readAllBytes()));
            }
        }
        return files;
    }
}
