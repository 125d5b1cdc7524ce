package app.lookback.query.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.hugo.SafePath;
import app.lookback.query.platform.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an export does to a folder, and what it leaves alone. */
class FolderTest {

    private static final String POST = "content/posts/look-back.md";

    @TempDir
    private Path site;

    private void export(Map<String, String> files) throws IOException {
        var folder = Folder.open(site);
        var manifest = new Manifest();
        for (var file : files.entrySet()) {
            folder.take(file.getKey(), file.getValue().getBytes(UTF_8));
            manifest.add(file.getKey(), Hash.sha256(file.getValue().getBytes(UTF_8)));
        }
        folder.finish(manifest);
    }

    @Test
    void the_next_export_replaces_what_the_last_one_wrote() throws IOException {
        export(Map.of(POST, "one", "static/images/old.png", "old"));
        Files.writeString(site.resolve("notes.txt"), "mine");

        export(Map.of(POST, "two"));

        assertThat(site.resolve(POST)).hasContent("two");
        assertThat(site.resolve("static")).doesNotExist();
        assertThat(site.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void a_folder_that_no_export_made_is_left_alone() throws IOException {
        Files.writeString(site.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> export(Map.of(POST, "one")))
                .isInstanceOf(NotExported.class)
                .hasMessageContaining("is not empty");
        assertThat(site.resolve("content")).doesNotExist();
    }

    @Test
    void a_manifest_that_is_someone_elses_lets_nothing_be_written() throws IOException {
        Files.writeString(site.resolve(Manifest.FILE), "my own file\n");

        assertThatThrownBy(() -> export(Map.of(POST, "one"))).isInstanceOf(NotExported.class);
    }

    @Test
    void what_a_person_changed_is_never_overwritten() throws IOException {
        export(Map.of(POST, "one"));
        Files.writeString(site.resolve(POST), "changed");

        assertThatThrownBy(() -> export(Map.of(POST, "two"))).hasMessageContaining("was changed since");
        assertThat(site.resolve(POST)).hasContent("changed");
    }

    @Test
    void what_a_person_put_in_the_way_is_never_overwritten() throws IOException {
        export(Map.of());
        Files.createDirectories(site.resolve(POST).getParent());
        Files.writeString(site.resolve(POST), "mine");

        assertThatThrownBy(() -> export(Map.of(POST, "two"))).hasMessageContaining("is in the way");
        assertThat(site.resolve(POST)).hasContent("mine");
    }

    @Test
    void nothing_is_written_through_a_link(@TempDir Path elsewhere) throws IOException {
        export(Map.of());
        Files.createSymbolicLink(site.resolve("content"), elsewhere);

        assertThatThrownBy(() -> export(Map.of(POST, "two"))).hasMessageContaining("is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void an_export_that_was_cut_short_is_made_again() throws IOException {
        export(Map.of(POST, "one"));
        Folder.open(site).take(POST, "two".getBytes(UTF_8));

        export(Map.of(POST, "three"));

        assertThat(site.resolve(POST)).hasContent("three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../up",
                "a/../../up",
                "a//b",
                "./a",
                "a/",
                ".git/config",
                "a/.GIT/hooks/x",
                "c:\\x",
                "a\nb",
                "a\u0000"
            })
    void no_path_leaves_the_folder(String path) throws IOException {
        assertThat(SafePath.is(path)).isFalse();
        var folder = Folder.open(site);

        assertThatThrownBy(() -> folder.take(path, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
