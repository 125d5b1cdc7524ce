package app.lookback.query.rendering;

/** Text that opens when its summary is pressed, as by Hugo's shortcode. */
final class Details {

    private final Shortcode shortcode;
    private final Page page;

    Details(Shortcode shortcode, Page page) {
        this.shortcode = shortcode;
        this.page = page;
    }

    String html() {
        var summary = shortcode.value("summary", 0);
        var inner = shortcode.inner() == null ? "" : shortcode.inner();
        return "<details" + attribute("class") + attribute("name") + (isOpen() ? " open=\"\"" : "") + attribute("title")
                + ">\n<summary>" + page.inlineMarkdown(summary.isEmpty() ? "Details" : summary) + "</summary>\n"
                + page.blockMarkdown(inner) + "</details>\n";
    }

    private boolean isOpen() {
        var open = shortcode.value("open");
        return open.equals("true") || open.equals("1");
    }

    private String attribute(String name) {
        var value = shortcode.value(name);
        return value.isEmpty() ? "" : " " + name + "=\"" + Html.escaped(value) + "\"";
    }
}
