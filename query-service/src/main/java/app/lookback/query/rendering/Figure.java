package app.lookback.query.rendering;

/** The figure of Hugo's shortcode: an image, maybe within a link, maybe with a caption. */
final class Figure {

    private final Shortcode shortcode;
    private final Page page;

    Figure(Shortcode shortcode, Page page) {
        this.shortcode = shortcode;
        this.page = page;
    }

    String html() {
        return "<figure" + attribute("class", value("class")) + ">" + linked(image()) + caption() + "\n</figure>\n";
    }

    private String linked(String image) {
        if (value("link").isEmpty()) {
            return image;
        }
        var rest = attribute(Sanitizer.TARGET, value("target")) + attribute("rel", value("rel"));
        return "<a href=\"" + address("link") + "\"" + rest + ">" + image + "</a>";
    }

    private String image() {
        var alt =
                value("alt").isEmpty() ? page.plain(page.inlineMarkdown(value("caption"))) : Html.escaped(value("alt"));
        return "<img src=\"" + address("src", 0) + "\""
                + (alt.isEmpty() ? "" : " alt=\"" + alt + "\"")
                + attribute("width", value("width"))
                + attribute("height", value("height"))
                + attribute("loading", value("loading"))
                + ">";
    }

    private String caption() {
        if (value("title").isEmpty()
                && value("caption").isEmpty()
                && value("attr").isEmpty()) {
            return "";
        }
        var title = value("title").isEmpty() ? "" : "<h4>" + Html.escaped(value("title")) + "</h4>";
        var text = value("caption").isEmpty() && value("attr").isEmpty()
                ? ""
                : "<p>" + page.inlineMarkdown(value("caption")) + attribution() + "</p>";
        return "<figcaption>\n" + title + text + "\n</figcaption>";
    }

    private String attribution() {
        var attribution = page.inlineMarkdown(value("attr"));
        return value("attrlink").isEmpty()
                ? attribution
                : "\n<a href=\"" + address("attrlink") + "\">" + attribution + "</a>";
    }

    private String value(String name) {
        return shortcode.value(name);
    }

    private String address(String name) {
        return page.address(Addresses.inTemplate(value(name)));
    }

    private String address(String name, int position) {
        return page.address(Addresses.inTemplate(shortcode.value(name, position)));
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + Html.escaped(value) + "\"";
    }
}
