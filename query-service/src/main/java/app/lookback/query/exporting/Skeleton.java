package app.lookback.query.exporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The least that Hugo needs to build pages: a configuration and layouts, for a blog that began here and has none. */
final class Skeleton {

    static final List<String> FILES = List.of(
            "hugo.toml", "layouts/_default/baseof.html", "layouts/_default/list.html", "layouts/_default/single.html");

    private Skeleton() {}

    static byte[] file(String path) {
        try (var resource = Objects.requireNonNull(Skeleton.class.getResourceAsStream(path), path)) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
