package app.lookback.query.rendering;

import app.lookback.query.rendering.CodeOptions.Numbers;
import java.util.Arrays;
import java.util.List;

/** A block of code; its language is a class, for styles and highlighters to find. */
final class CodeHtml {

    private final String code;
    private final String language;
    private final Attributes attributes;
    private final CodeOptions options;
    private final Page page;

    private CodeHtml(String code, String language, Attributes attributes, CodeOptions options, Page page) {
        this.code = code;
        this.language = language;
        this.attributes = attributes;
        this.options = options;
        this.page = page;
    }

    /** @param info what follows the fence: a language, maybe attributes in braces */
    static String fenced(String code, String info, Page page) {
        var attributes = Attributes.of(info.strip());
        return new CodeHtml(code, language(info), attributes, CodeOptions.of(attributes.values()), page).html();
    }

    /** @param options as Hugo's shortcode has them */
    static String highlighted(String code, String language, CodeOptions options, Page page) {
        return new CodeHtml(code, language, Attributes.NONE, options, page).html();
    }

    static String inLine(String code, String language, Page page) {
        var languages = language.isEmpty() ? "" : " class=\"code-inline language-" + Html.escaped(language) + "\"";
        return "<code" + languages + ">" + stylable(String.join("", coloured(code, language, page)), language)
                + "</code>";
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
        return "<pre tabindex=\"0\"><code" + named + ">" + stylable(content, language) + "</code></pre>";
    }

    /** Styles for Chroma's classes ask for one around them, which no element that Hugo writes may have here. */
    private static String stylable(String content, String language) {
        return Languages.know(language) && Grammars.know(language)
                ? "<span class=\"chroma\">" + content + "</span>"
                : content;
    }

    private String numbered() {
        var lines = coloured(code, language, page);
        if (options.plain()) {
            return pre(String.join("", lines));
        }
        return options.numbers() == Numbers.IN_TABLE ? table(lines) : pre(content(lines));
    }

    private static List<String> coloured(String code, String language, Page page) {
        return Colours.lines(Arrays.asList(code.split("(?<=\n)")), language, page.patience());
    }

    private String table(List<String> lines) {
        var numbers = new StringBuilder();
        for (var line = 1; line <= lines.size(); line++) {
            numbers.append(marked(line, number(line, lines.size(), "\n")));
        }
        return page.constant("<div>\n<table><tr><td>\n") + "<pre tabindex=\"0\"><code>" + numbers + "</code></pre>"
                + page.constant("</td>\n<td>\n") + pre(content(lines))
                + page.constant("</td></tr></table>\n</div>\n");
    }

    private String content(List<String> lines) {
        var content = new StringBuilder();
        for (var line = 1; line <= lines.size(); line++) {
            var number = options.numbers() == Numbers.IN_LINES ? number(line, lines.size(), "") : "";
            content.append(marked(line, number + lines.get(line - 1)));
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
