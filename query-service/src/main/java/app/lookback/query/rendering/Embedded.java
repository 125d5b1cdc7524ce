package app.lookback.query.rendering;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The HTML of one of Hugo's own shortcodes; of those that load from elsewhere only a link, which tells nobody who reads.
 *
 * @param inline whether it stands in a line of text and not for itself
 */
record Embedded(Page page, Shortcode shortcode, boolean inline) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_./-]{1,100}");
    private static final Pattern LINE_ENDS = Pattern.compile("^[\\r\\n]++|[\\r\\n]++$");

    /** What it says where no tags can stand: in addresses, in code, in alternative texts; null if that is nothing. */
    static @Nullable String text(Shortcode shortcode, Rendering rendering, int depth) {
        if (rendering.own().define(shortcode)) {
            return ownText(rendering.own().html(shortcode, rendering, depth));
        }
        return switch (shortcode.name()) {
            case "", "comment" -> "";
            case "param" ->
                rendering.params().getOrDefault(shortcode.value("", 0).toLowerCase(Locale.ROOT), "");
            case "ref", "relref" -> rendering.links().of(shortcode);
            default -> null;
        };
    }

    private static @Nullable String ownText(@Nullable String html) {
        return html == null || html.indexOf('<') >= 0
                ? null
                : Escaping.unescapeHtml(html).strip();
    }

    String html() {
        var own = page.own(shortcode);
        if (own != null) {
            return own;
        }
        var text = page.text(shortcode);
        if (text != null) {
            return Html.escaped(text);
        }
        return switch (shortcode.name()) {
            case "figure" -> new Figure(shortcode, page).html();
            case "highlight" -> highlight();
            case "details" -> new Details(shortcode, page).html();
            case "qr" -> new QrCode(shortcode, page).html();
            case "youtube" -> link("YouTube", "https://www.youtube.com/watch?v=", shortcode.value("id", 0));
            case "vimeo" -> link("Vimeo", "https://vimeo.com/", shortcode.value("id", 0));
            case "instagram" -> link("Instagram", "https://www.instagram.com/p/", shortcode.value("id", 0));
            case "gist" -> link("GitHub Gist", "https://gist.github.com/", gist());
            case "tweet", "twitter", "x" -> link("X", "https://x.com/", post());
            case Formula.IN_LINE, Formula.DISPLAYED -> formula();
            default -> box();
        };
    }

    private String formula() {
        return inline ? page.formula(shortcode) : "<p>" + page.formula(shortcode) + "</p>\n";
    }

    private String highlight() {
        var code = shortcode.inner() == null
                ? ""
                : LINE_ENDS.matcher(shortcode.inner()).replaceAll("");
        var language = shortcode.value("lang", 0);
        var options = CodeOptions.written(shortcode.value("options", 1));
        return options.inline()
                ? CodeHtml.inLine(code, language, page)
                : CodeHtml.highlighted(code, language, options, page);
    }

    private String gist() {
        return shortcode.value("", 1).isEmpty() ? "" : shortcode.value("", 0) + "/" + shortcode.value("", 1);
    }

    private String post() {
        var user = shortcode.value("user");
        var id = shortcode.value("id", 0);
        return id.isEmpty() ? "" : (user.isEmpty() ? "i" : user) + "/status/" + id;
    }

    private String link(String place, String base, String id) {
        if (!ID.matcher(id).matches()) {
            return box();
        }
        var title = shortcode.value("title");
        var label = Html.escaped(title.isBlank() ? place : place + ": " + title);
        var link = "<a class=\"embed\" href=\"%s\">%s</a>".formatted(Html.escaped(base + id), label);
        return inline ? link : "<p>" + link + "</p>\n";
    }

    /** What no reader can have: its authors see that it is there, readers what it encloses. */
    String box() {
        var inner = shortcode.inner() == null ? "" : inner(shortcode.inner());
        if (page.forReaders()) {
            return inner;
        }
        if (inline) {
            return "<span class=\"shortcode\">" + Html.escaped(shortcode.source()) + "</span>";
        }
        var label = inner.isEmpty() ? shortcode.source() : shortcode.opening();
        var code = "<code>" + Html.escaped(label) + "</code>" + (inner.isEmpty() ? "" : "\n" + inner);
        return "<div class=\"shortcode\">" + code + "</div>\n";
    }

    private String inner(String markdown) {
        return inline ? page.inlineMarkdown(markdown) : page.blockMarkdown(markdown);
    }
}
