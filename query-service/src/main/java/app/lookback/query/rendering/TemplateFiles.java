package app.lookback.query.rendering;

import app.lookback.query.platform.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    record TemplateFile(String path, String sha256, Supplier<String> text) {

        public static TemplateFile of(String path, String text) {
            return new TemplateFile(path, Hash.sha256(text.getBytes(StandardCharsets.UTF_8)), () -> text);
        }
    }

    /** What a site says of itself to its templates; keys are in small letters. */
    record SiteValues(String title, Map<String, Object> params) {
        static final SiteValues NONE = new SiteValues("", Map.of());
    }

    default SiteValues site() {
        return SiteValues.NONE;
    }

    /** With one template in the place of what the site has under its name. */
    default TemplateFiles with(String name, TemplateFile template) {
        var others = this;
        return new TemplateFiles() {
            @Override
            public @Nullable TemplateFile shortcode(String asked) {
                return asked.equals(name) ? template : others.shortcode(asked);
            }

            @Override
            public SiteValues site() {
                return others.site();
            }
        };
    }

    /** The template of the shortcode of this name, or null. */
    @Nullable
    TemplateFile shortcode(String name);
}
