package app.lookback.query.rendering;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeVisitor;
import com.vladsch.flexmark.util.ast.VisitHandler;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.jspecify.annotations.Nullable;

/** Inline nodes as Goldmark writes them. */
final class InlineHtml {

    private final Page page;
    private final StringBuilder html;
    private final NodeVisitor visitor = new NodeVisitor(
            new VisitHandler<>(Text.class, this::text),
            new VisitHandler<>(TextBase.class, this::children),
            new VisitHandler<>(Emphasis.class, node -> enclosed("em", node)),
            new VisitHandler<>(StrongEmphasis.class, node -> enclosed("strong", node)),
            new VisitHandler<>(Strikethrough.class, node -> enclosed("del", node)),
            new VisitHandler<>(Code.class, this::code),
            new VisitHandler<>(TaskBox.class, this::box),
            new VisitHandler<>(HtmlEntity.class, this::entity),
            new VisitHandler<>(HtmlInline.class, this::raw),
            new VisitHandler<>(HtmlInlineComment.class, this::raw),
            new VisitHandler<>(SoftLineBreak.class, node -> lineBreak("\n")),
            new VisitHandler<>(HardLineBreak.class, node -> lineBreak("<br>\n")),
            new VisitHandler<>(AutoLink.class, this::autoLink),
            new VisitHandler<>(MailLink.class, this::mailLink),
            new VisitHandler<>(Link.class, node -> link(node, node)),
            new VisitHandler<>(LinkRef.class, node -> reference(node, false)),
            new VisitHandler<>(Image.class, node -> image(node, node)),
            new VisitHandler<>(ImageRef.class, node -> reference(node, true)),
            new VisitHandler<>(Footnote.class, this::footnote));
    private TextHtml text;

    InlineHtml(Page page, StringBuilder html) {
        this.page = page;
        this.html = html;
        this.text = new TextHtml(page, html, 0, 0);
    }

    /** The inline children of a block whose content stands between the two offsets. */
    void write(Node block, int start, int end) {
        text = new TextHtml(page, html, start, end);
        visitor.visitChildren(block);
    }

    private void children(Node node) {
        visitor.visitChildren(node);
    }

    private void text(Text node) {
        text.write(node);
    }

    private void enclosed(String tag, Node node) {
        html.append('<').append(tag).append('>');
        children(node);
        html.append("</").append(tag).append('>');
    }

    private void code(Code node) {
        var written = node.getText().toString().replace('\n', ' ');
        var bars = node.getAncestorOfType(TableCell.class) == null ? written : written.replace("\\|", "|");
        var code = page.wordsAsSource(bars);
        var padded = code.length() > 1 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        html.append("<code>")
                .append(Html.escaped(padded ? code.substring(1, code.length() - 1) : code))
                .append("</code>");
    }

    private void box(TaskBox node) {
        html.append("<input ").append(node.isDone() ? "checked=\"\" " : "").append("disabled=\"\" type=\"checkbox\"> ");
    }

    private void entity(HtmlEntity node) {
        html.append(Html.escaped(Escaping.unescapeHtml(node.getChars())));
    }

    private void raw(Node node) {
        html.append(page.raw(node.getChars().toString()));
    }

    private void lineBreak(String lineBreak) {
        while (html.length() > 0 && " \t".indexOf(html.charAt(html.length() - 1)) >= 0) {
            html.setLength(html.length() - 1);
        }
        html.append(lineBreak);
    }

    private void autoLink(AutoLink node) {
        var address = node.getText().toString();
        html.append(page.link(address.startsWith("www.") ? "https://" : "", address));
    }

    private void mailLink(MailLink node) {
        html.append(page.link("mailto:", node.getText().toString()));
    }

    private void link(Node node, LinkNodeBase target) {
        var broken = page.brokenLink(target.getUrl().toString());
        if (broken != null) {
            children(node);
            html.append(BrokenLink.mark(broken, page));
            return;
        }
        html.append("<a href=\"")
                .append(address(target))
                .append('"')
                .append(title(target))
                .append('>');
        text.inLink(() -> children(node));
        html.append("</a>");
    }

    private void image(Node node, LinkNodeBase target) {
        html.append("<img src=\"").append(address(target)).append("\" alt=\"");
        var start = html.length();
        children(node);
        var alt = page.plain(html.substring(start));
        html.setLength(start);
        html.append(alt).append('"').append(title(target)).append('>');
    }

    private String address(LinkNodeBase target) {
        var address = page.wordsAsText(Escaping.unescapeString(target.getUrl()));
        return page.address(Addresses.safe(address));
    }

    private String title(LinkNodeBase target) {
        if (target.getTitle().isEmpty()) {
            return "";
        }
        var title = page.wordsAsText(Escaping.unescapeString(target.getTitle()));
        return " title=\"" + Html.escaped(title) + "\"";
    }

    private void reference(RefNode node, boolean image) {
        @Nullable LinkNodeBase target = node.getReferenceNode(node.getDocument());
        if (target == null) {
            asWritten(node);
        } else if (image) {
            image(node, target);
        } else {
            link(node, target);
        }
    }

    private void asWritten(Node node) {
        var first = node.getFirstChild();
        var last = node.getLastChild();
        if (first == null || last == null) {
            text.write(node);
            return;
        }
        text.write(node.getStartOffset(), first.getStartOffset());
        children(node);
        text.write(last.getEndOffset(), node.getEndOffset());
    }

    private void footnote(Footnote node) {
        var mark = page.footnotes().mark(node);
        if (mark == null) {
            asWritten(node);
        } else {
            html.append(mark);
        }
    }
}
