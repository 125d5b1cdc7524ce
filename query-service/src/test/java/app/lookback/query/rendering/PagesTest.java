package app.lookback.query.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole pages beside their approved HTML, whose structure is that of Hugo 0.111. Who means to change them writes the new
 * HTML over the old one, after having looked at what another release would do to pages that readers have.
 */
class PagesTest {

    private static final Path PAGES = Path.of("src/test/resources/app/lookback/query/rendering/pages");
    private static final Renderer RENDERER = new Renderer();

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_as_it_was_approved(Path source) throws IOException {
        var approved = source.resolveSibling(source.getFileName().toString().replace(".md", ".html"));

        assertThat(RENDERER.forReaders(Files.readString(source)).html()).isEqualTo(Files.readString(approved));
    }

    static Stream<Path> pages() throws IOException {
        try (var all = Files.list(PAGES)) {
            return all.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }
}
