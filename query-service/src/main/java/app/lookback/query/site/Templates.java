package app.lookback.query.site;

import app.lookback.hugo.HugoConfig;
import app.lookback.query.media.Bytes;
import app.lookback.query.platform.Blog;
import app.lookback.query.rendering.SiteTemplates;
import app.lookback.query.rendering.TemplateFiles;
import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the template of a shortcode where Hugo does: in the site's own layouts, then in those of its themes. */
@Component
class Templates implements SiteTemplates {

    static final String FOLDER = "layouts/shortcodes/";
    static final String ENDING = ".html";

    private final Site site;
    private final FileHistory history;
    private final Bytes bytes;
    private final Configs configs;
    private final Blog blog;

    Templates(Site site, FileHistory history, Bytes bytes, Configs configs, Blog blog) {
        this.configs = configs;
        this.blog = blog;
        this.site = site;
        this.history = history;
        this.bytes = bytes;
    }

    @Override
    public TemplateFiles now() {
        return new At(site::sha256);
    }

    @Override
    public TemplateFiles asOf(Instant then) {
        return new At(paths -> history.sha256(paths, then));
    }

    /** The site at one time: which bytes the file of a path has then. */
    private final class At implements TemplateFiles {

        private final Function<Collection<String>, Map<String, String>> sha256;

        At(Function<Collection<String>, Map<String, String>> sha256) {
            this.sha256 = sha256;
        }

        @Override
        public @Nullable TemplateFile shortcode(String name) {
            var own = FOLDER + name + ENDING;
            return first(List.of(own)).or(() -> first(ofThemes(own))).orElse(null);
        }

        private Optional<TemplateFile> first(List<String> paths) {
            var found = paths.isEmpty() ? Map.<String, String>of() : sha256.apply(paths);
            return paths.stream()
                    .filter(found::containsKey)
                    .findFirst()
                    .map(path -> file(path, Objects.requireNonNull(found.get(path))));
        }

        private List<String> ofThemes(String path) {
            return config().themes().stream()
                    .map(theme -> "themes/" + theme + "/" + path)
                    .toList();
        }

        @Override
        public SiteValues site() {
            var config = config();
            return new SiteValues(config.title().isEmpty() ? blog.title() : config.title(), config.params());
        }

        private HugoConfig config() {
            return configs.at(sha256);
        }
    }

    TemplateFile file(String path, String sha256) {
        return new TemplateFile(path, sha256, () -> text(sha256));
    }

    private String text(String sha256) {
        var found = bytes.of(sha256)
                .orElseThrow(() -> new IllegalStateException("The bytes of a kept file are stored: " + sha256));
        return new String(found, StandardCharsets.UTF_8);
    }
}
