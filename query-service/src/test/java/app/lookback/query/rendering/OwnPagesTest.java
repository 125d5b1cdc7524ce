package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages with a site's own shortcodes are equal in structure to what Hugo made of the same folder: {@code own/hugo} was
 * written by {@code hugo} 0.111.3 with its defaults, a layout of {@code {{ .Content }}} and no other setting.
 */
class OwnPagesTest {

    private static final Path SITE = Path.of("src/test/resources/app/lookback/query/rendering/own");
    private static final Renderer RENDERER = new Renderer(false, Posts.BY_THEIR_FILES, OwnPagesTest::template);
    private static final Pattern TOKEN =
            Pattern.compile("<!--.*?-->|<(/?)([a-zA-Z0-9]+)((?:\"[^\"]*\"|[^>\"])*)>|[^<]+", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=(?:\"([^\"]*)\"|([^\\s>]*)))?");

    private static TemplateFile template(String name) {
        var path = SITE.resolve("layouts/shortcodes/" + name + ".html");
        return Files.exists(path)
                ? new TemplateFile("layouts/shortcodes/" + name + ".html", name, () -> read(path))
                : null;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boxes", "nested", "values"})
    void a_page_is_as_hugo_makes_it(String name) {
        var rendered = RENDERER.forReaders(read(SITE.resolve("content/" + name + ".md")));

        assertThat(rendered.problems()).isEmpty();
        assertThat(structure(rendered.html())).isEqualTo(structure(read(SITE.resolve("hugo/" + name + ".html"))));
    }

    /** Tags with their attributes in order, and text without its spaces. */
    private static List<String> structure(String html) {
        var structure = new ArrayList<String>();
        var text = new StringBuilder();
        var token = TOKEN.matcher(html);
        while (token.find()) {
            if (token.group(2) == null) {
                text.append(token.group().startsWith("<") ? "" : token.group());
            } else {
                flush(text, structure);
                structure.add("<" + token.group(1) + token.group(2) + attributes(token.group(3)) + ">");
            }
        }
        flush(text, structure);
        return structure;
    }

    private static void flush(StringBuilder text, List<String> structure) {
        var plain = Escaping.unescapeHtml(text.toString()).replaceAll("\\s+", "");
        if (!plain.isEmpty()) {
            structure.add(plain);
        }
        text.setLength(0);
    }

    private static String attributes(String written) {
        var attributes = new TreeMap<String, String>();
        var attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            var value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            attributes.put(
                    attribute.group(1),
                    value == null ? "" : Escaping.unescapeHtml(value).strip());
        }
        return attributes.isEmpty() ? "" : attributes.toString();
    }
}
