package app.lookback.query.rendering;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The templates by which the site defines shortcodes of its own. */
@FunctionalInterface
public interface TemplateFiles {

    TemplateFiles NONE = name -> null;

    /**
     * A template of the site.
     *
     * @param path where it stands in the site's folder
     * @param sha256 of its bytes; what has the same is read once
     */
    record TemplateFile(String path, String sha256, Supplier<String> text) {}

    /** The template of the shortcode of this name, or null. */
    @Nullable
    TemplateFile shortcode(String name);
}
