package app.lookback.query.exporting;

import app.lookback.hugo.HugoConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The least that Hugo needs to build pages: a configuration and layouts, for a blog that began here and has none. */
final class Skeleton {

    static final List<String> FILES = List.of(
            "hugo.toml", "layouts/_default/baseof.html", "layouts/_default/list.html", "layouts/_default/single.html");

    private Skeleton() {}

    /** What a site with these files lacks of it: a site with a configuration of its own lacks nothing. */
    static List<String> lackedBy(Collection<String> files) {
        return files.stream().anyMatch(HugoConfig::isPart)
                ? List.of()
                : FILES.stream().filter(path -> !files.contains(path)).toList();
    }

    static byte[] file(String path) {
        try (var resource = Objects.requireNonNull(Skeleton.class.getResourceAsStream(path), path)) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
