package app.lookback.query.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.contract.FileForm;
import app.lookback.contract.FileForm.LineEnd;
import app.lookback.query.Running;
import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of a blog as git tells it. */
class GitHistoryTest {

    private static Running service;
    private static Browser ada;
    private static Browser ben;
    private static Instant clock = Instant.now();

    @TempDir
    private Path folder;

    private Written post;

    @BeforeAll
    static void two_people() throws Exception {
        service = Running.service();
        ada = service.account("Ada <of git>");
        ben = service.account("Ben of git");
    }

    @BeforeEach
    void a_post_of_both() {
        post = Written.by(ada.person, "/posts/draft/", new FileForm(true, LineEnd.CRLF));
        post.moved(ada.person, "/posts/" + slug() + "/")
                .types(ada.person, 0, "+++\ntitle = 'Rain'\n+++\n")
                .types(ada.person, 0, "")
                .types(ben.person, 23, "Ben's.\n")
                .types(ada.person, 23, "Ada's.\n");
    }

    /** Recorded an hour after all before it. */
    private void happens() {
        clock = clock.plus(Duration.ofHours(1));
        for (var event : post.takeEvents()) {
            service.append(new GenericDomainEventMessage<>(
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getPayload(),
                    event.getMetaData(),
                    event.getIdentifier(),
                    clock));
        }
    }

    private Path export(String name, Duration later) throws IOException {
        var repository = folder.resolve(name);
        Export.of(service.bean(DataSource.class)).intoGit(repository, clock.plus(later));
        return repository;
    }

    private static String git(Path repository, String... words) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private String commits(Path repository) throws IOException {
        return git(
                repository,
                "log",
                "--reverse",
                "--format=%an|%ae|%aI|%s|%(trailers:key=Co-authored-by,valueonly)",
                "--grep=" + post.post);
    }

    private String slug() {
        return "git-" + post.post;
    }

    private String tag(int edition) {
        return slug() + "/edition-" + edition;
    }

    private String path() {
        return "content/posts/" + slug() + ".md";
    }

    private String file(long revision) {
        return "\uFEFF" + post.source(revision).replace("\n", "\r\n");
    }

    @Test
    void each_session_is_a_commit_by_its_author_at_its_time() throws IOException {
        happens();

        var lines = commits(export("blog.git", Duration.ofHours(1)))
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(lines.get(0))
                .startsWith("Ben of git|" + ben.person
                        + "@lookback.invalid|2026-05-04T08:00:03+00:00|Rain: revisions 1 to 3|Ada  of git");
        assertThat(lines.get(1))
                .startsWith(
                        "Ada  of git|" + ada.person + "@lookback.invalid|2026-05-04T08:00:04+00:00|Rain: revision 4|");
        assertThat(lines).hasSize(2);
    }

    @Test
    void an_edition_is_a_tag_that_holds_its_revision() throws IOException {
        post.published(ada.person)
                .types(ben.person, 23, "After.\n")
                .after(Duration.ofHours(1))
                .types(ada.person, 23, "Later.\n")
                .published(ben.person);
        happens();

        var blog = export("blog.git", Duration.ofHours(1));

        assertThat(git(blog, "show", tag(1) + ":" + path())).isEqualTo(file(4));
        assertThat(git(blog, "show", tag(2) + ":" + path())).isEqualTo(file(6));
        assertThat(git(blog, "show", "main:" + path())).isEqualTo(file(6));
        assertThat(git(blog, "cat-file", "tag", tag(2))).contains("tagger Ben of git <", "Edition 2 of Rain");
    }

    @Test
    void going_on_gives_what_one_run_gives() throws IOException {
        happens();
        var often = export("often.git", Duration.ofMinutes(5));
        export("often.git", Duration.ofHours(1));
        post.after(Duration.ofMinutes(2)).types(ada.person, 23, "Again.\n").published(ada.person);
        happens();
        export("often.git", Duration.ofMinutes(30));
        post.types(ben.person, 23, "And again.\n").deleted(ada.person).restored(ada.person);
        happens();
        export("often.git", Duration.ofHours(1));
        export("often.git", Duration.ofHours(2));

        var once = export("once.git", Duration.ofHours(2));

        assertThat(git(often, "for-each-ref"))
                .isEqualTo(git(once, "for-each-ref"))
                .contains(tag(1));
        assertThat(git(often, "fsck", "--strict")).doesNotContain("error");
    }

    @Test
    void what_is_checked_out_is_what_is_exported_as_a_folder() throws IOException {
        for (var name : new String[] {"a", "b"}) {
            var bytes = ("git " + name).getBytes(UTF_8);
            service.bean(JdbcClient.class)
                    .sql("INSERT INTO media (sha256, media_type, size, bytes, created_at)"
                            + " VALUES (:sha256, 'image/png', 5, :bytes, now()) ON CONFLICT DO NOTHING")
                    .param("sha256", Hash.sha256(bytes))
                    .param("bytes", bytes)
                    .update();
            post.pictured(ben.person, "/images/git-" + post.post + name + ".png", bytes);
        }
        post.pictureRemoved(ben.person, "/images/git-" + post.post + "b.png")
                .edits(ada.person, ChangeSet.replace(post.newest().length(), 0, 0, ""));
        happens();
        var site = folder.resolve("site");
        Export.of(service.bean(DataSource.class)).into(site, false);
        Files.delete(site.resolve(Manifest.FILE));

        var blog = export("blog.git", Duration.ofHours(1));
        git(folder, "clone", "--quiet", blog.toString(), "clone");

        assertThat(site.resolve(path())).exists();
        assertThat(git(folder, "diff", "--no-index", "--stat", "site", "clone"))
                .doesNotContain(post.post.value(), "hugo.toml");
    }

    @Test
    void a_folder_that_holds_something_else_is_left_alone() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("notes.txt"), "mine");
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "other.git");
        var other = folder.resolve("other.git");
        var tree = git(other, "write-tree").strip();
        var commit = git(other, "-c", "user.name=x", "-c", "user.email=x@y", "commit-tree", tree, "-m", "mine");
        git(other, "update-ref", "refs/heads/main", commit.strip());

        assertThatThrownBy(() -> export("mine", Duration.ZERO)).isInstanceOf(NotExported.class);
        assertThatThrownBy(() -> export("other.git", Duration.ZERO)).isInstanceOf(NotExported.class);
    }
}
