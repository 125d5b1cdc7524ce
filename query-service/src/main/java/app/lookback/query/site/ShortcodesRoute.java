package app.lookback.query.site;

import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.OutOfBounds;
import app.lookback.query.rendering.Block;
import app.lookback.query.rendering.Rendered;
import app.lookback.query.rendering.Renderer;
import app.lookback.query.rendering.TemplateFacts;
import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import app.lookback.query.site.Site.SiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The site's own shortcodes: how they are called, for authors; their templates and what comes of them, for administrators. */
@RestController
class ShortcodesRoute {

    /** In bytes. */
    private static final int LONGEST_TEMPLATE = 64 * 1024;

    private static final int LONGEST_CALL = 4_000;
    private static final int LONGEST_NAME = 100;

    private final Site site;
    private final Templates templates;
    private final Renderer renderer;

    ShortcodesRoute(Site site, Templates templates, Renderer renderer) {
        this.site = site;
        this.templates = templates;
        this.renderer = renderer;
    }

    record Called(String name, boolean encloses, List<String> names, int places) {}

    record CalledAnswer(List<Called> shortcodes) {}

    record Listed(String name, String path, long size, boolean understood, List<String> problems) {}

    record ListAnswer(List<Listed> shortcodes) {}

    record Written(String name, String path, String template) {}

    record Preview(String html, boolean understood, List<String> problems) {}

    /** Only those that may be called. */
    @GetMapping("/api/shortcodes")
    CalledAnswer called() {
        var defined = templates.now();
        return new CalledAnswer(site.templates().stream()
                .map(ShortcodesRoute::name)
                .distinct()
                .sorted()
                .flatMap(name -> called(name, defined.shortcode(name)).stream())
                .toList());
    }

    private Optional<Called> called(String name, @Nullable TemplateFile file) {
        return Optional.ofNullable(file)
                .map(renderer::facts)
                .filter(TemplateFacts::understood)
                .map(facts -> new Called(name, facts.encloses(), facts.names(), facts.places()));
    }

    @GetMapping("/api/site/shortcodes")
    ListAnswer all() {
        return new ListAnswer(site.templates().stream().map(this::listed).toList());
    }

    private Listed listed(SiteFile file) {
        var facts = facts(file);
        return new Listed(name(file), file.path(), file.size(), facts.understood(), facts.problems());
    }

    @GetMapping("/api/site/shortcodes/{name}")
    Written written(@PathVariable String name) {
        var file = templates.now().shortcode(name);
        if (file == null) {
            throw new NotFound("The site has no shortcode of this name.");
        }
        return new Written(name, file.path(), file.text().get());
    }

    /** What would come of a call if the body were the template of this name. */
    @PostMapping("/api/shortcode-previews")
    Preview preview(@RequestParam String name, @RequestParam(defaultValue = "") String call, InputStream body)
            throws IOException {
        var bytes = body.readNBytes(LONGEST_TEMPLATE + 1);
        if (bytes.length > LONGEST_TEMPLATE || call.length() > LONGEST_CALL || name.length() > LONGEST_NAME) {
            throw OutOfBounds.because("A template has at most 64 kB, a call 4,000 characters and a name 100.");
        }
        var file =
                TemplateFile.of(Templates.FOLDER + name + Templates.ENDING, new String(bytes, StandardCharsets.UTF_8));
        return preview(renderer.facts(file), renderer.preview(call, name, file), file.path());
    }

    private static Preview preview(TemplateFacts facts, Rendered rendered, String path) {
        var html = String.join("", rendered.blocks().stream().map(Block::html).toList());
        var said = rendered.problems().stream().map(problem -> withoutPath(problem, path));
        var problems = facts.understood() ? Stream.concat(facts.problems().stream(), said) : facts.problems().stream();
        return new Preview(html, facts.understood(), problems.distinct().toList());
    }

    private static String withoutPath(String problem, String path) {
        return problem.startsWith(path + ", l") ? "L" + problem.substring(path.length() + 3) : problem;
    }

    private TemplateFacts facts(SiteFile file) {
        return renderer.facts(templates.file(file.path(), file.sha256()));
    }

    private static String name(SiteFile file) {
        var from = file.path().indexOf(Templates.FOLDER) + Templates.FOLDER.length();
        return file.path().substring(from, file.path().length() - Templates.ENDING.length());
    }
}
