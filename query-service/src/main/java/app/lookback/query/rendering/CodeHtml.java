package app.lookback.query.rendering;

import app.lookback.query.rendering.CodeOptions.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A block of code; its language is a class, for styles and highlighters to find. */
final class CodeHtml {

    private final String code;
    private final String language;
    private final Attributes attributes;
    private final CodeOptions options;
    private final UnaryOperator<String> constant;

    private CodeHtml(
            String code, String language, Attributes attributes, CodeOptions options, UnaryOperator<String> constant) {
        this.code = code;
        this.language = language;
        this.attributes = attributes;
        this.options = options;
        this.constant = constant;
    }

    /**
     * @param info what follows the fence: a language, maybe attributes in braces
     * @param constant keeps HTML from the sanitizer that holds nothing of the source
     */
    static String fenced(String code, String info, UnaryOperator<String> constant) {
        var attributes = Attributes.of(info.strip());
        return new CodeHtml(code, language(info), attributes, CodeOptions.of(attributes.values()), constant).html();
    }

    /** @param options as Hugo's shortcode has them */
    static String highlighted(String code, String language, CodeOptions options, UnaryOperator<String> constant) {
        return new CodeHtml(code, language, Attributes.NONE, options, constant).html();
    }

    static String inLine(String code, String language) {
        var languages = language.isEmpty() ? "" : " class=\"code-inline language-" + Html.escaped(language) + "\"";
        return "<code" + languages + ">" + Html.escaped(code) + "</code>";
    }

    static String lines(com.vladsch.flexmark.util.ast.Block node) {
        var code = new StringBuilder();
        node.getContentLines().forEach(code::append);
        return code.toString();
    }

    private static String language(String info) {
        return info.strip().split("[\\s{]", 2)[0];
    }

    private String html() {
        if (!Languages.know(language)) {
            return pre(Html.escaped(code));
        }
        return "<div class=\""
                + String.join(" ", "highlight", String.join(" ", attributes.classes()))
                        .strip() + "\""
                + (attributes.id() == null ? "" : " id=\"" + Html.escaped(attributes.id()) + "\"")
                + ">" + numbered() + "</div>";
    }

    private String pre(String content) {
        var name = Html.escaped(language);
        var named = language.isEmpty() ? "" : " class=\"language-%s\" data-lang=\"%s\"".formatted(name, name);
        return "<pre tabindex=\"0\"><code" + named + ">" + content + "</code></pre>";
    }

    private String numbered() {
        if (options.plain()) {
            return pre(Html.escaped(code));
        }
        var lines = Arrays.asList(code.split("(?<=\n)"));
        return options.numbers() == Numbers.IN_TABLE ? table(lines) : pre(content(lines));
    }

    private String table(List<String> lines) {
        var numbers = new StringBuilder();
        for (var line = 1; line <= lines.size(); line++) {
            numbers.append(marked(line, number(line, lines.size(), "\n")));
        }
        return constant.apply("<div>\n<table><tr><td>\n") + "<pre tabindex=\"0\"><code>" + numbers + "</code></pre>"
                + constant.apply("</td>\n<td>\n") + pre(content(lines))
                + constant.apply("</td></tr></table>\n</div>\n");
    }

    private String content(List<String> lines) {
        var content = new StringBuilder();
        for (var line = 1; line <= lines.size(); line++) {
            var number = options.numbers() == Numbers.IN_LINES ? number(line, lines.size(), "") : "";
            content.append(marked(line, number + Html.escaped(lines.get(line - 1))));
        }
        return content.toString();
    }

    private String marked(int line, String html) {
        return options.marked().get(line) ? "<span class=\"hl\">" + html + "</span>" : html;
    }

    private String number(int line, int lines, String end) {
        var width = String.valueOf(options.firstNumber() + lines - 1).length();
        return "<span class=\"ln\">" + ("%" + width + "d").formatted(options.firstNumber() + line - 1) + end
                + "</span>";
    }
}
