package app.lookback.query.site;

import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.hugo.HugoConfig;
import app.lookback.query.media.Bytes;
import app.lookback.query.rendering.SiteTemplates;
import app.lookback.query.rendering.TemplateFiles;
import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the template of a shortcode where Hugo does: in the site's own layouts, then in those of its themes. */
@Component
class Templates implements SiteTemplates {

    static final String FOLDER = "layouts/shortcodes/";
    static final String ENDING = ".html";

    private static final List<String> SETTINGS = Stream.of("config/_default/", "")
            .flatMap(folder -> Stream.of("hugo", "config").map(name -> folder + name))
            .flatMap(name -> Stream.of(".toml", ".yaml", ".yml", ".json").map(ending -> name + ending))
            .toList();

    private final Site site;
    private final FileHistory history;
    private final Bytes bytes;

    Templates(Site site, FileHistory history, Bytes bytes) {
        this.site = site;
        this.history = history;
        this.bytes = bytes;
    }

    @Override
    public TemplateFiles now() {
        return name -> template(name, path -> site.find(path).map(Site.SiteFile::sha256));
    }

    @Override
    public TemplateFiles asOf(Instant then) {
        return name -> template(name, path -> history.at(path, then).map(FileKept::sha256));
    }

    private @Nullable TemplateFile template(String name, Function<String, Optional<String>> sha256) {
        var own = FOLDER + name + ENDING;
        return Stream.concat(Stream.of(own), Stream.of("").flatMap(lazily -> ofThemes(own, sha256)))
                .flatMap(path -> sha256.apply(path).map(hash -> file(path, hash)).stream())
                .findFirst()
                .orElse(null);
    }

    private Stream<String> ofThemes(String path, Function<String, Optional<String>> sha256) {
        var settings = new LinkedHashMap<String, String>();
        SETTINGS.forEach(file -> sha256.apply(file).ifPresent(hash -> settings.put(file, hash)));
        return settings.isEmpty()
                ? Stream.empty()
                : themes(settings).stream().map(theme -> "themes/" + theme + "/" + path);
    }

    private List<String> themes(Map<String, String> settings) {
        var files = new LinkedHashMap<String, byte[]>();
        settings.forEach((path, hash) -> bytes.of(hash).ifPresent(content -> files.put(path, content)));
        return HugoConfig.read(files).themes();
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
