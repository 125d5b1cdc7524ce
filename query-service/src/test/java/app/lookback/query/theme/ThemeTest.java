package app.lookback.query.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lookback.query.platform.Blogs;
import app.lookback.query.platform.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeTest {

    private static final Template TOP = Template.beside(Template.class, "top.mustache");
    private static final Map<String, Object> VALUES = Map.of("blog", "Rain & iron", "each", List.of("a", "b"));

    @TempDir
    private Path folder;

    private @Nullable Theme theme;

    @BeforeEach
    void there_is_a_theme() throws IOException {
        write("theme.css", "a { color: red }");
        theme = new Theme(folder, Blogs.named("Rain"));
    }

    private Theme theme() {
        assertThat(theme).isNotNull();
        return theme;
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void writes(String file, String text) throws IOException {
        write(file, text);
        theme().look();
    }

    private String page() {
        return theme().fill(TOP, VALUES);
    }

    @Test
    void a_template_takes_the_place_of_ours_once_it_is_there_and_no_longer() throws IOException {
        var ours = page();
        assertThat(ours).contains("Rain &amp; iron", "Archive");

        writes("top.mustache", "<b>{{blog}}</b> {{description}}");
        assertThat(page()).isEqualTo("<b>Rain &amp; iron</b> What Rain says of itself.");

        writes("top.mustache", "<i>{{blog}}</i>");
        assertThat(page()).isEqualTo("<i>Rain &amp; iron</i>");

        Files.delete(folder.resolve("top.mustache"));
        theme().look();
        assertThat(page()).isEqualTo(ours);
        assertThat(theme().faults()).isEmpty();
    }

    @Test
    void parts_are_the_themes_where_it_has_them_and_ours_elsewhere() throws IOException {
        writes("top.mustache", "{{>foot}} {{>own-part}} {{>extra-head}}");
        assertThat(theme().faults()).extracting(Fault::file, Fault::line).containsExactly(tuple("top.mustache", 1));

        writes("own-part.mustache", "of {{blog}}");
        assertThat(page()).contains("<footer", "of Rain &amp; iron");
        assertThat(theme().faults()).isEmpty();
    }

    @Test
    void a_template_that_cannot_be_read_or_filled_is_told_with_its_line_and_ours_is_used() throws IOException {
        var ours = page();

        writes("top.mustache", "<p>\n{{#blog}}\nnever closed");
        assertThat(page()).isEqualTo(ours);
        assertThat(theme().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("top.mustache");
            assertThat(fault.line()).isPositive();
        });

        writes("top.mustache", "\n\n{{nothing.of.that}}");
        assertThat(page()).isEqualTo(ours);
        assertThat(page()).isEqualTo(ours);
        assertThat(theme().faults()).extracting(Fault::file, Fault::line).containsExactly(tuple("top.mustache", 3));

        write("foot.mustache", "1\n{{nowhere}}");
        writes("top.mustache", "{{>foot}}");
        assertThat(page()).isEqualTo(ours);
        assertThat(theme().faults()).extracting(Fault::file, Fault::line).containsExactly(tuple("foot.mustache", 2));
    }

    @Test
    void a_part_of_itself_and_a_page_without_end_are_left_out() throws IOException {
        var ours = page();
        write("one.mustache", "{{>two}}");
        write("two.mustache", "\n{{>one}}");
        writes("top.mustache", "{{>one}}");
        assertThat(page()).isEqualTo(ours);
        assertThat(theme().faults()).extracting(Fault::file).contains("one.mustache", "two.mustache");

        writes("top.mustache", "{{#each}}".repeat(24) + "x".repeat(100) + "{{/each}}".repeat(24));
        assertThat(page()).isEqualTo(ours);
        assertThat(theme().faults())
                .anySatisfy(fault -> assertThat(fault.problem()).contains("16 million"));

        writes("top.mustache", "{{=<% %>=}}<%>top%>");
        assertThat(page()).isEqualTo(ours);
    }

    @Test
    void only_fonts_images_and_styles_within_the_folder_go_to_browsers(@TempDir Path elsewhere) throws IOException {
        var secret = Files.writeString(elsewhere.resolve("secret.css"), "secret");
        Files.createDirectories(folder.resolve("assets"));
        Files.createSymbolicLink(folder.resolve("assets/link.css"), secret);
        Files.createSymbolicLink(folder.resolve("assets/away"), elsewhere);
        Files.createSymbolicLink(folder.resolve("assets/round"), folder);
        write("assets/fonts/own.woff2", "font");
        write("assets/run.js", "alert(1)");
        write("assets/.hidden.css", "hidden");
        write("notes.css", "not for browsers");
        write("assets/large.png", "x".repeat(3 << 20));
        theme().look();

        assertThat(theme().file("assets/fonts/own.woff2"))
                .hasValueSatisfying(file -> assertThat(file.type()).isEqualTo("font/woff2"));
        assertThat(List.of(
                        "assets/link.css",
                        "assets/away/secret.css",
                        "assets/run.js",
                        "assets/.hidden.css",
                        "notes.css",
                        "assets/../theme.css",
                        "../" + elsewhere.getFileName() + "/secret.css",
                        "assets/large.png"))
                .allSatisfy(path -> assertThat(theme().file(path)).as(path).isEmpty());
        assertThat(theme().faults())
                .extracting(Fault::file)
                .contains("assets/link.css", "assets/run.js", "assets/large.png");
    }

    @Test
    void its_number_is_another_one_whenever_a_file_is() throws IOException {
        long first = theme().version();
        var changed = theme().changed(Instant.EPOCH);
        theme().look();
        assertThat(theme().version()).isEqualTo(first);

        writes("theme.css", "a { color: blue; }");
        assertThat(theme().version()).isGreaterThan(first);
        assertThat(theme().changed(Instant.EPOCH)).isAfterOrEqualTo(changed);
        assertThat(theme().changed(Instant.MAX)).isEqualTo(Instant.MAX);
    }

    @Test
    void without_a_folder_there_is_none() {
        var none = new Theme("", Blogs.named("Rain"));

        assertThat(none.fill(TOP, VALUES)).contains("Archive");
        assertThat(none.isSet()).isFalse();
        assertThat(new Theme("/no/such/folder", Blogs.named("Rain")).fill(TOP, VALUES))
                .contains("Archive");
    }
}
