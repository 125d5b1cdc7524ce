package app.lookback.query.rendering;

import app.lookback.query.rendering.template.Budget;
import app.lookback.query.rendering.template.Call;
import app.lookback.query.rendering.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a shortcode that the site defines: the page as its template sees it. */
final class OwnCall implements Call {

    private final Shortcode shortcode;
    private final Rendering rendering;
    private final @Nullable OwnCall parent;
    private final Page inside;
    private final boolean isNested;

    OwnCall(Shortcode shortcode, Rendering rendering, int depth, @Nullable OwnCall parent) {
        this.shortcode = shortcode;
        this.rendering = rendering;
        this.parent = parent;
        this.isNested = parent != null;
        this.inside = Page.within(shortcode.inner() == null ? "" : shortcode.inner(), rendering, depth + 1);
        rendering.own().within(this, inside.shortcodes());
    }

    /** With the shortcodes that stand within it as words of {@link #inside}. */
    String html(Template template, Budget budget) {
        return inside.withShortcodes(template.html(this, budget));
    }

    Prepared inside() {
        return inside.prepared();
    }

    @Override
    public String name() {
        return shortcode.name();
    }

    @Override
    public long ordinal() {
        return shortcode.ordinal();
    }

    @Override
    public List<Object> positional() {
        return shortcode.typedPositional();
    }

    @Override
    public Map<String, Object> named() {
        return shortcode.typedNamed();
    }

    /** What stands in percent signs within another is Markdown, as in Hugo; if it is one line, without a paragraph. */
    @Override
    public String inner() {
        if (!isNested || !shortcode.markdown()) {
            return inside.text();
        }
        return markdown(inside.text(), !inside.text().contains("\n"));
    }

    @Override
    public @Nullable Call parent() {
        return parent;
    }

    @Override
    public String pageTitle() {
        return rendering.frontMatter().title() == null
                ? ""
                : rendering.frontMatter().title();
    }

    @Override
    public Map<String, Object> pageParams() {
        var params = new LinkedHashMap<String, Object>();
        rendering.params().forEach((name, value) -> params.put(name, Shortcode.typed(value)));
        params.put("tags", List.copyOf(rendering.frontMatter().tags()));
        params.put("categories", List.copyOf(rendering.frontMatter().categories()));
        params.put("series", List.copyOf(rendering.frontMatter().series()));
        return params;
    }

    @Override
    public String siteTitle() {
        return rendering.own().site().title();
    }

    @Override
    public Map<String, Object> siteParams() {
        return rendering.own().site().params();
    }

    @Override
    public String markdown(String markdown, boolean inline) {
        return inside.markdown(markdown, inline);
    }

    @Override
    public String highlighted(String code, String language, String options) {
        return CodeHtml.highlighted(code, language, CodeOptions.written(options), inside);
    }

    @Override
    public String plain(String html) {
        return inside.plain(html);
    }

    @Override
    public String anchor(String text) {
        return HeadingIds.anchor(text.strip());
    }
}
