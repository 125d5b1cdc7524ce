package app.lookback.query.rendering;

import app.lookback.query.rendering.Preparation.Inserted;
import app.lookback.query.rendering.ReadTemplates.Read;
import app.lookback.query.rendering.TemplateFiles.SiteValues;
import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import app.lookback.query.rendering.template.Budget;
import app.lookback.query.rendering.template.NotUnderstood;
import app.lookback.query.rendering.template.Template;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shortcodes of one source that the site defines by templates, each called once while the source is rendered. */
final class OwnShortcodes {

    /** Names beyond these are not looked up. */
    private static final int MOST = 500;

    /** Problems that are named to the authors, one by one. */
    private static final int NAMED = 20;

    private final TemplateFiles files;
    private final ReadTemplates read;
    private final Map<String, Optional<TemplateFile>> known = new HashMap<>();
    private final Map<Shortcode, Optional<String>> called = new IdentityHashMap<>();
    private final Map<Shortcode, OwnCall> parents = new IdentityHashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private @Nullable SiteValues site;
    private final Budget budget = new Budget();

    OwnShortcodes(TemplateFiles files, ReadTemplates read) {
        this.files = files;
        this.read = read;
    }

    /** Whether the site has a template for it, be it understood or not. */
    boolean define(Shortcode shortcode) {
        return file(shortcode).isPresent();
    }

    /** What its template makes of it, or null where there is none, or none that is understood. */
    @Nullable
    String html(Shortcode shortcode, Rendering rendering, int depth) {
        if (depth >= Page.DEPTH) {
            return null;
        }
        var before = called.get(shortcode);
        if (before != null) {
            return before.orElse(null);
        }
        var html = file(shortcode)
                .flatMap(file -> used(
                        file,
                        template -> new OwnCall(shortcode, rendering, depth, parents.get(shortcode))
                                .html(template, budget)));
        called.put(shortcode, html);
        return html.orElse(null);
    }

    /** What stands in the place of its tags for itself, or null; it has passed the sanitizer. */
    @Nullable
    String placed(Shortcode shortcode, Rendering rendering, int depth) {
        if (!define(shortcode)) {
            return null;
        }
        if (depth >= Page.DEPTH) {
            return Html.escaped(shortcode.source());
        }
        var html = html(shortcode, rendering, depth);
        var safe = html == null ? "" : rendering.ofTemplate(html);
        var isLost = html == null || safe.isBlank() && !html.isBlank();
        return isLost ? null : rendering.standIns().piece(safe);
    }

    /** The Markdown that a shortcode in percent signs makes, or null. */
    @Nullable
    Inserted inserted(Shortcode shortcode, Rendering rendering, int depth) {
        if (depth >= Page.DEPTH || !define(shortcode)) {
            return said(shortcode, rendering, depth);
        }
        return file(shortcode)
                .flatMap(file -> used(file, template -> {
                    var call = new OwnCall(shortcode, rendering, depth, parents.get(shortcode));
                    return new Inserted(template.html(call, budget), call.inside());
                }))
                .orElse(null);
    }

    /** What an embedded one says as text, or null. */
    @Nullable
    Inserted said(Shortcode shortcode, Rendering rendering, int depth) {
        var text = define(shortcode) ? null : Embedded.text(shortcode, rendering, depth);
        return text == null ? null : new Inserted(text, null);
    }

    private Optional<TemplateFile> file(Shortcode shortcode) {
        var name = shortcode.name();
        if (name.isEmpty() || Formula.isOne(shortcode) || !known.containsKey(name) && known.size() >= MOST) {
            return Optional.empty();
        }
        return known.computeIfAbsent(name, this::asked);
    }

    private Optional<TemplateFile> asked(String name) {
        try {
            return Optional.ofNullable(files.shortcode(name));
        } catch (RuntimeException noAnswer) {
            throw new PathLinks.Unanswered(noAnswer);
        }
    }

    private <T> Optional<T> used(TemplateFile file, Function<Template, T> use) {
        try {
            var template = template(file);
            template.notes().forEach(note -> problems.add(file.path() + ", " + note + "."));
            return Optional.of(use.apply(template));
        } catch (NotUnderstood refused) {
            problems.add(problem(file, refused));
            return Optional.empty();
        }
    }

    private Template template(TemplateFile file) {
        Read found;
        try {
            found = read.of(file);
        } catch (RuntimeException noAnswer) {
            throw new PathLinks.Unanswered(noAnswer);
        }
        if (found.refused() != null) {
            throw found.refused();
        }
        return Objects.requireNonNull(found.template());
    }

    private static String problem(TemplateFile file, NotUnderstood refused) {
        return "%s, line %d: %s, so the template is not used."
                .formatted(file.path(), refused.line(), refused.sentence());
    }

    SiteValues site() {
        if (site == null) {
            try {
                site = files.site();
            } catch (RuntimeException noAnswer) {
                throw new PathLinks.Unanswered(noAnswer);
            }
        }
        return site;
    }

    void within(OwnCall parent, List<Shortcode> nested) {
        nested.forEach(shortcode -> parents.put(shortcode, parent));
    }

    List<String> problems() {
        return problems.stream().limit(NAMED).toList();
    }
}
