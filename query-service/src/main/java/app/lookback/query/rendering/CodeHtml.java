package app.lookback.query.rendering;

/** A block of code; its language is a class, for styles and highlighters to find. */
final class CodeHtml {

    private CodeHtml() {}

    /** @param info what follows the fence: a language, maybe attributes in braces */
    static String of(String code, String info) {
        var language = language(info);
        if (language.isEmpty()) {
            return "<pre tabindex=\"0\"><code>" + Html.escaped(code) + "</code></pre>";
        }
        var name = Html.escaped(language);
        var classes = String.join(" ", Attributes.of(info).classes());
        return "<div class=\"highlight%s\"><pre tabindex=\"0\"><code class=\"language-%s\" data-lang=\"%s\">"
                        .formatted(classes.isEmpty() ? "" : " " + classes, name, name)
                + Html.escaped(code) + "</code></pre></div>";
    }

    private static String language(String info) {
        var words = info.strip().split("[\\s{]", 2);
        return words[0];
    }

    static String lines(com.vladsch.flexmark.util.ast.Block node) {
        var code = new StringBuilder();
        node.getContentLines().forEach(code::append);
        return code.toString();
    }
}
