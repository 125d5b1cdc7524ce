package app.lookback.query.rendering;

import com.vladsch.flexmark.ast.Heading;

/** Headings with the ids that Hugo gives them. */
record HeadingHtml(Page page, StringBuilder html, InlineHtml inlines) {

    void write(Heading node) {
        var start = node.getText().getStartOffset();
        var raw = page.text().substring(start, node.getText().getEndOffset());
        var attributes = Attributes.of(raw);
        var end = page.inkEnd(start, start + attributes.length());
        var id = headingId(attributes, page.text().substring(start, end));
        html.append("<h").append(node.getLevel()).append(" id=\"").append(Html.escaped(id));
        html.append(
                attributes.classes().isEmpty() ? "\"" : "\" class=\"" + String.join(" ", attributes.classes()) + "\"");
        var text = html.append('>').length();
        inlines.write(node, start, end);
        page.listed(node.getLevel(), id, html.substring(text));
        html.append("</h").append(node.getLevel()).append(">\n");
    }

    private String headingId(Attributes attributes, String raw) {
        if (attributes.id() != null) {
            page.headingIds().take(attributes.id());
            return attributes.id();
        }
        return page.headingIds().of(page.wordsAsText(raw.substring(raw.lastIndexOf('\n') + 1)));
    }
}
