package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.platform.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The site as the sample of a theme has it, put into the folder while the site is being read. */
class ThemedSiteTest {

    private static final Path SAMPLE = Path.of("../samples/theme");

    private static Running service;
    private static Running.Browser reader;

    @BeforeAll
    static void write() throws Exception {
        service = Running.service();
        reader = service.stranger();
        var fay = service.account("Fay");
        service.happens(Written.by(fay.person, "/posts/themed/")
                .types(fay.person, 0, "# Themed\n")
                .published(fay.person));
        await().until(() -> reader.get("/posts/themed/").statusCode() == 200);
    }

    @AfterEach
    void it_looks_again_as_it_did() throws IOException {
        try (var files = Files.walk(Running.THEME)) {
            files.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(file -> assertThat(file.delete()).isTrue());
        }
        await().until(() -> !reader.get("/").body().contains("theme.css"));
    }

    @Test
    void the_sample_is_seen_at_the_next_look_without_a_restart_and_its_faults_by_administrators() throws IOException {
        var root = service.account("Root of themes", "ROLE_AUTHOR", "ROLE_ADMINISTRATOR");
        assertThat(reader.get("/").body()).contains("/atom.xml").doesNotContain("theme.css", "written by hand");
        var before = etag("/posts/themed/");

        FileSystemUtils.copyRecursively(SAMPLE, Running.THEME);
        await().until(() -> reader.get("/posts/themed/").body().contains("written by hand"));
        for (var address : List.of(
                "/", "/posts/themed/", "/posts/themed/editions/1/", "/tags/", "/archive/", "/search/", "/lost/")) {
            assertThat(reader.get(address).body())
                    .as(address)
                    .contains("is written by hand", "name=\"theme-color\"")
                    .containsPattern("reader.css\">\\s*<link rel=\"stylesheet\" href=\"/assets/theme.css\\?v=");
        }
        assertThat(etag("/posts/themed/")).isNotEqualTo(before);
        assertThat(root.get("/api/theme").body()).contains("\"problems\":[]", "theme.css", "assets/mark.svg");

        Files.writeString(Running.THEME.resolve("edition.mustache"), "<p>\n{{/never}}");
        await().until(() -> root.get("/api/theme").body().contains("\"file\":\"edition.mustache\""));
        assertThat(reader.get("/posts/themed/").body()).contains("<h1>Untitled</h1>", "written by hand");
        assertThat(reader.get("/api/theme").statusCode()).isEqualTo(401);
        assertThat(service.account("Not root").get("/api/theme").statusCode()).isEqualTo(403);
    }

    @Test
    void its_files_are_kept_by_browsers_for_as_long_as_they_are_what_they_are() throws IOException {
        FileSystemUtils.copyRecursively(SAMPLE, Running.THEME);
        await().until(() -> reader.get("/").body().contains("theme.css"));
        var link = Pattern.compile("/assets/theme\\.css\\?v=[0-9a-f]{64}")
                .matcher(reader.get("/").body());
        assertThat(link.find()).isTrue();

        assertThat(reader.get(link.group()).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("immutable"));
        assertThat(reader.get("/assets/theme.css").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("no-cache"));
        assertThat(reader.get("/assets/theme.css", "If-None-Match", etag("/assets/theme.css"))
                        .statusCode())
                .isEqualTo(304);
        var mark = reader.get("/assets/theme/mark.svg");
        assertThat(mark.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(mark.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(List.of(
                        "/assets/theme/..%2ftheme.css", "/assets/theme/%2e%2e/foot.mustache", "/assets/theme/none.png"))
                .allSatisfy(path -> assertThat(reader.get(path).statusCode()).isBetween(400, 404));
    }

    private static String etag(String address) {
        return reader.get(address).headers().firstValue("ETag").orElseThrow();
    }
}
