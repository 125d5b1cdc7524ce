package app.lookback.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ada moves in with a Hugo site and its history, goes on writing, and moves out again. */
@Story
class MovingStoryTest {

    private static final String FILE = "content/films/Madness.md";
    private static final String FIRST = """
            +++
            title = "A Page of Madness"
            date = 2024-02-03T10:00:00+09:00
            aliases = ["/old/madness.html"]
            +++

            ## 狂った一頁

            The reels waited in a *rice barrel*.[^barrel]

            {{< figure src="/img/madness.png" alt="A dancer" caption="The dancer" >}}

            {{< shot seconds=4 >}}Rain, *more* rain{{< /shot >}}

            [^barrel]: Or so he told it.
            """;
    private static final String SHORTCODE = "layouts/shortcodes/shot.html";
    private static final String SECOND = FIRST.replace("[^barrel]: Or", """
            | shot | seconds |
            | ---- | ------: |
            | rain |       4 |

            - [x] "seen" -- twice

            [^barrel]: Or""");

    private static final String STRUCTURE = """
            (article) => [...article.querySelectorAll('*')]
              .filter((one) => !one.closest('header, nav'))
              .map((one) => one.localName + '#' + one.id)
              .join('\\n') + [...article.childNodes]
              .filter((one) => !['HEADER', 'NAV'].includes(one.nodeName))
              .map((one) => one.textContent).join('').replace(/\\s+/g, '')
            """;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @TempDir
    static Path folder;

    private Author ada;
    private Page reader;

    private static Path site() {
        return folder.resolve("site");
    }

    private static void runs(Path where, String... command) throws IOException {
        var words = Stream.concat(Stream.of("env", "-C", where.toString()), Stream.of(command))
                .toList();
        assertThat(RunningProcess.start("moving-" + command[0], Map.of(), words).ends())
                .as(String.join(" ", command))
                .isZero();
    }

    private static List<String> lookback(String... arguments) throws IOException {
        var command = Stream.concat(Unpacked.lookback().stream(), Stream.of(arguments));
        var run =
                RunningProcess.start("moving-" + arguments[0], Map.of("LOOKBACK_DATA", STAGE.data()), command.toList());
        assertThat(run.ends()).as(() -> String.join("\n", run.said())).isZero();
        return run.said();
    }

    private static void file(String path, String text) throws IOException {
        Files.createDirectories(site().resolve(path).getParent());
        Files.writeString(site().resolve(path), text);
    }

    private static void commits(String name, String day) throws IOException {
        runs(site(), "git", "add", "--all");
        runs(
                site(),
                "git",
                "-c",
                "user.name=" + name,
                "-c",
                "user.email=" + name + "@example.org",
                "commit",
                "--quiet",
                "--no-gpg-sign",
                "--date=" + day + "T12:00:00Z",
                "--message=" + day);
    }

    private static void aSite() throws IOException {
        file(
                "hugo.toml",
                "title = 'Films'\nbaseURL = 'https://example.org/'\n[permalinks]\nfilms = '/:year/:filename/'\n");
        file("layouts/_default/single.html", "<article>{{ .Content }}</article>");
        file("layouts/_default/list.html", "<p>{{ .Title }}</p>");
        file(SHORTCODE, """
                <aside class="shot">
                  {{- with .Get "seconds" }}<b>{{ . }} s</b>{{ end -}}
                  {{ .Inner | markdownify }}
                </aside>
                """);
        file(FILE, FIRST);
        file("content/films/plan.md", "+++\r\ntitle = 'Plan'\r\ndraft = true\r\n+++\r\nNot yet");
        Files.createDirectories(site().resolve("static/img"));
        Files.copy(Sample.IMAGE, site().resolve("static/img/madness.png"));
        runs(site(), "git", "init", "--quiet", "--initial-branch=main");
        commits("Ada", "2024-02-03");
        file(FILE, SECOND);
        commits("Ben", "2024-02-05");
    }

    @Test
    @Order(1)
    void every_page_is_where_it_was() throws IOException {
        aSite();

        assertThat(lookback("import", site().toString()))
                .contains("Imported: new posts 2, changed 0, published 1, other files 5; the same as before 0");

        reader = STAGE.aReader(false);
        reader.waitForCondition(
                () -> reader.navigate(STAGE.site() + "/old/madness.html").ok());
        assertThat(reader).hasURL(STAGE.site() + "/2024/madness/");
        assertThat(reader.getByRole(AriaRole.IMG)).hasJSProperty("naturalWidth", 1200);
        assertThat(reader.getByRole(AriaRole.IMG)).hasAttribute("width", "1200");
        assertThat(reader.locator("aside.shot b")).hasText("4 s");
    }

    @Test
    @Order(2)
    void ada_sees_who_wrote_it_and_goes_on() {
        ada = STAGE.atADesk("Ada");
        ada.comesInBy(STAGE.setupLink());
        ada.opens("A Page of Madness");
        ada.goesBehind("Or so he told it.");
        ada.types(" Nobody asked.");
        ada.publishes(2);

        ada.link("History").click();
        assertThat(ada.page.locator("body")).containsText("Ben");
    }

    @Test
    @Order(3)
    void what_hugo_makes_of_the_export_is_the_page_that_readers_have() throws IOException {
        var export = folder.resolve("export");
        lookback("export", export.toString());
        for (var path : List.of(
                "hugo.toml",
                SHORTCODE,
                "content/films/plan.md",
                "static/img/madness.png",
                "layouts/_default/single.html")) {
            assertThat(export.resolve(path)).hasSameBinaryContentAs(site().resolve(path));
        }
        assertThat(export.resolve(FILE)).hasContent(SECOND.replace("told it.", "told it. Nobody asked."));

        runs(export, "hugo", "--quiet");

        reader.reload();
        var ours = reader.locator("article").evaluate(STRUCTURE);
        reader.setContent(Files.readString(export.resolve("public/2024/madness/index.html")));
        assertThat(ours).isEqualTo(reader.locator("article").evaluate(STRUCTURE));
    }

    @Test
    @Order(4)
    void every_link_of_the_site_leads_to_a_page_that_is_well_and_asks_nobody_else() {
        var report = Crawler.crawl(STAGE.aReader(true), STAGE.site());

        assertThat(report.complaints()).isEmpty();
        assertThat(report.addresses())
                .contains(
                        STAGE.site() + "/2024/madness/",
                        STAGE.site() + "/2024/madness/editions/1...2/",
                        STAGE.site() + "/archive/",
                        STAGE.site() + "/index.xml");
    }
}
