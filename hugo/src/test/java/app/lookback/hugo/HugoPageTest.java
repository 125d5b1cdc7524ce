package app.lookback.hugo;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.hugo.HugoPage.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as Hugo 0.111.3 gave them for the same files. */
class HugoPageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final HugoConfig PLAIN = config("hugo.toml", """
            baseURL = "https://example.org/"
            defaultContentLanguage = "en"
            [languages.en]
            weight = 1
            [languages.fr]
            weight = 2
            [permalinks]
            notes = "/:year/:month/:day/:slug/"
            docs = "/d/:sections/:filename"
            tok = "/:monthname/:weekday/:weekdayname/:yearday/:section/:title/:slugorfilename"
            deep = "/:sections[1:]/:sections[last]/:filename/"
            """);

    private static final HugoConfig UGLY = config("hugo.yaml", """
            defaultContentLanguage: fr
            defaultContentLanguageInSubdir: true
            uglyURLs: true
            disablePathToLower: true
            removePathAccents: true
            languages:
              en: {contentDir: content/en, weight: 2}
              fr: {contentDir: content/fr, weight: 1}
            permalinks:
              p1: /:sections[1:]/q/:sections[last]/:sections[0]/:filename
            """);

    private static HugoConfig config(String path, String text) {
        return HugoConfig.read(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static HugoPage page(HugoConfig config, String path, String frontMatter) {
        var source = "---\n" + (frontMatter == null ? "title: A" : frontMatter.replace("; ", "\n")) + "\n---\nText\n";
        var files = Set.of("content/en/p1/s1/_index.md", "content/en/p1/s1/s2/_index.md");
        return HugoPage.of(config, path, source, files, NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            posts/Look Back.md            |                                             | /posts/look-back/
            posts/slugged.md              | slug: My Slug é                             | /posts/my-slug-é/
            posts/bundle/index.md         |                                             | /posts/bundle/
            posts/bundle/index.fr.md      |                                             | /fr/posts/bundle/
            posts/bslug/index.md          | slug: bs                                    | /posts/bs/
            posts/sub/deep/C#.x.md        |                                             | /posts/sub/deep/c#.x/
            posts/a+b~c@d(e)&f.md         |                                             | /posts/a+b~c@def/
            posts/Ünï — dash.md           |                                             | /posts/ünï-dash/
            posts/ルックバック.md           |                                             | /posts/ルックバック/
            posts/Dots.v1.2.md            |                                             | /posts/dots.v1.2/
            posts/under_score-.md         |                                             | /posts/under_score-/
            posts/url1.md                 | url: /Custom/Path                           | /Custom/Path/
            posts/url2.md                 | url: custom/path2/                          | /custom/path2/
            posts/url2.fr.md              | url: /custom/fr                             | /custom/fr/
            posts/url5.fr.md              | url: custom/fr5                             | /fr/custom/fr5/
            posts/url6.fr.md              | url: /fr/custom6                            | /fr/custom6/
            posts/url3.md                 | url: /old/page.html                         | /old/page.html
            posts/url4.md                 | url: /sp ace/x y                            | /sp ace/x y/
            about.md                      |                                             | /about/
            about.fr.md                   |                                             | /fr/about/
            notes/n1.md                   | date: 2024-02-09T23:30:00; slug: n-slug     | /2024/02/09/n-slug/
            notes/n2/index.md             | title: Note Two; date: 2024-02-09           | /2024/02/09/note-two/
            notes/n3.md                   | title: Note Three                           | /1/01/01/note-three/
            docs/Sec/page.md              | date: 2024-02-09T23:30:00-05:00             | /d/docs/page/
            tok/t1.md                     | title: T One!; date: 2024-02-09T03:04:05Z   | /february/5/friday/40/tok/t-one/t1/
            deep/a/b/t2.md                |                                             | /t2/
            """)
    void a_page_is_where_hugo_puts_it(String file, String frontMatter, String address) {
        assertThat(page(PLAIN, "content/" + file, frontMatter).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en/p1/s1/s2/x.md  |               | /en/s1/s2/q/s2/p1/x.html
            en/p1/y.md        |               | /en/q/p1/y.html
            en/posts/A.md     |               | /en/posts/A.html
            fr/posts/b.md     | slug: fr-slug | /fr/posts/fr-slug.html
            fr/posts/c.md     | url: u/x      | /fr/u/x/
            """)
    void so_it_is_with_folders_for_languages_and_addresses_of_files(String file, String frontMatter, String address) {
        assertThat(page(UGLY, "content/" + file, frontMatter).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            about.md           | ue            | /ue/
            about.md           | /abs/old      | /abs/old/
            about.md           | ../rel        | /rel/
            about.md           | foo/bar.html  | /foo/bar.html
            about.fr.md        | vieux         | /fr/vieux/
            about.fr.md        | /abs/vieux    | /abs/vieux/
            posts/al.md        | ue            | /posts/ue/
            posts/al.md        | ../rel2       | /rel2/
            posts/al.md        | foo/bar2.html | /posts/foo/bar2.html
            posts/alb/index.md | ue5           | /posts/ue5/
            """)
    void an_alias_is_meant_beside_the_page_unless_it_begins_with_a_slash(String file, String alias, String address) {
        assertThat(page(PLAIN, "content/" + file, "aliases: ['" + alias + "']").aliases())
                .containsExactly(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: A                                        | true
            draft: true                                     | false
            published: false                                | false
            date: 2094-01-02                                | false
            date: 2014-01-02; publishDate: 2094-01-01       | false
            date: 2094-01-02; publishDate: 2014-01-01       | true
            expiryDate: 2014-01-02                          | false
            expiryDate: 2094-01-02                          | true
            headless: true                                  | false
            """)
    void drafts_what_is_still_to_come_and_what_is_over_are_not_shown(String frontMatter, boolean shown) {
        assertThat(page(PLAIN, "content/posts/a.md", frontMatter).shown()).isEqualTo(shown);
    }

    @Test
    void a_folder_with_an_index_is_a_page_and_the_rest_of_it_belongs_to_that() {
        var folder = HugoPage.bundle(PLAIN, "content/posts/bundle/index.md");
        assertThat(folder).contains("content/posts/bundle/");
        var bundles = Set.of(folder.orElseThrow());
        assertThat(HugoPage.kind(PLAIN, "content/posts/bundle/index.md", bundles))
                .isEqualTo(Kind.PAGE);
        assertThat(HugoPage.kind(PLAIN, "content/posts/bundle/index.fr.md", bundles))
                .isEqualTo(Kind.PAGE);
        assertThat(HugoPage.kind(PLAIN, "content/posts/bundle/other.md", bundles))
                .isEqualTo(Kind.OTHER);
        assertThat(HugoPage.kind(PLAIN, "content/posts/bundle/deep/index.md", bundles))
                .isEqualTo(Kind.OTHER);
        assertThat(HugoPage.kind(PLAIN, "content/posts/_index.md", bundles)).isEqualTo(Kind.LIST);
        assertThat(HugoPage.kind(PLAIN, "content/posts/cover.png", bundles)).isEqualTo(Kind.OTHER);
        assertThat(HugoPage.kind(PLAIN, "static/readme.md", bundles)).isEqualTo(Kind.OTHER);
    }

    @Test
    void a_configuration_that_cannot_be_read_is_told_and_the_defaults_hold() {
        var broken = HugoConfig.read(Map.of(
                "hugo.toml", "title = \n".getBytes(StandardCharsets.UTF_8),
                "config/_default/permalinks.toml", "posts = '/p/:slug/'".getBytes(StandardCharsets.UTF_8)));
        assertThat(broken.problems()).containsExactly("hugo.toml, line 1: cannot be read as TOML");
        assertThat(broken.contentFolders()).isEqualTo(Map.of("en", "content/"));
        assertThat(page(broken, "content/posts/x.md", "slug: s").address()).isEqualTo("/p/s/");
    }
}
