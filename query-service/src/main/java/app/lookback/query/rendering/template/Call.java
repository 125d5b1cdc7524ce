package app.lookback.query.rendering.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a shortcode, and what its template may ask of the page on which it stands. */
public interface Call {

    String name();

    /** Which it is among the shortcodes of what it stands in, from 0. */
    long ordinal();

    /** Its values without names, in order: text, whole numbers, fractions, yes or no. */
    List<Object> positional();

    /** Its values with names. */
    Map<String, Object> named();

    /** What it encloses. */
    String inner();

    /** The shortcode that encloses it. */
    @Nullable
    Call parent();

    String pageTitle();

    /** What the page's front matter says, by lower-case keys. */
    Map<String, Object> pageParams();

    String siteTitle();

    /** What the site's configuration says under {@code params}, by lower-case keys. */
    Map<String, Object> siteParams();

    /** The HTML of Markdown. */
    String markdown(String markdown, boolean inline);

    String highlighted(String code, String language, String options);

    String plain(String html);

    String anchor(String text);
}
