package app.lookback.query.rendering;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeVisitor;
import com.vladsch.flexmark.util.ast.VisitHandler;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Block nodes as Goldmark writes them. */
final class BlockHtml {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*+$");

    private final Page page;
    private final StringBuilder html = new StringBuilder();
    private final InlineHtml inlines;
    private final NodeVisitor visitor = new NodeVisitor(
            new VisitHandler<>(Paragraph.class, this::paragraph),
            new VisitHandler<>(Heading.class, this::heading),
            new VisitHandler<>(BlockQuote.class, node -> enclosed("blockquote", "", node)),
            new VisitHandler<>(BulletList.class, node -> enclosed("ul", "", node)),
            new VisitHandler<>(OrderedList.class, node -> enclosed("ol", start(node), node)),
            new VisitHandler<>(BulletListItem.class, this::item),
            new VisitHandler<>(OrderedListItem.class, this::item),
            new VisitHandler<>(FencedCodeBlock.class, this::fenced),
            new VisitHandler<>(IndentedCodeBlock.class, this::indented),
            new VisitHandler<>(HtmlBlock.class, this::raw),
            new VisitHandler<>(HtmlCommentBlock.class, this::raw),
            new VisitHandler<>(ThematicBreak.class, node -> line("<hr>")),
            new VisitHandler<>(TableBlock.class, this::table),
            new VisitHandler<>(DefinitionList.class, node -> enclosed("dl", "", node)),
            new VisitHandler<>(DefinitionTerm.class, this::term),
            new VisitHandler<>(DefinitionItem.class, this::definition),
            new VisitHandler<>(FootnoteBlock.class, node -> {}));

    BlockHtml(Page page) {
        this.page = page;
        this.inlines = new InlineHtml(page, html);
    }

    String html() {
        visitor.visitChildren(page.document());
        footnotes();
        return html.toString();
    }

    /** A block for each node at the top and one for the footnotes. */
    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var node : page.document().getChildren()) {
            page.patience().ask();
            visitor.visit(node);
            cut(blocks, node);
        }
        footnotes();
        page.footnotes().called().stream().findFirst().ifPresent(first -> cut(blocks, first));
        return blocks;
    }

    private void cut(List<Block> blocks, Node node) {
        if (!html.isEmpty()) {
            blocks.add(page.block(node.getStartOffset(), html.toString()));
            html.setLength(0);
        }
    }

    private void line(String markup) {
        html.append(markup).append('\n');
    }

    private void raw(com.vladsch.flexmark.util.ast.Block node) {
        line(page.raw(node.getChars().toString().stripTrailing()));
        if (!page.keepsRawHtml() && RawHtml.closesOnLineOfItsOwn(node.getChars())) {
            line(page.omission());
        }
    }

    private void enclosed(String tag, String attributes, Node node) {
        line("<" + tag + attributes + ">");
        visitor.visitChildren(node);
        line("</" + tag + ">");
    }

    private static String start(OrderedList list) {
        return list.getStartNumber() == 1 ? "" : " start=\"" + list.getStartNumber() + "\"";
    }

    private void paragraph(Paragraph node) {
        var start = page.inkStart(node.getStartOffset(), node.getEndOffset());
        var end = page.inkEnd(start, node.getEndOffset());
        var word = page.wordAt(start);
        if (word != null && start + word.length() == end) {
            html.append(page.blockHtml(word));
        } else if (isTight(node)) {
            inlines.write(node, start, end);
            html.append(node.getNext() == null ? "" : "\n");
        } else {
            html.append("<p>");
            inlines.write(node, start, end);
            html.append(isLastOfFootnote(node) ? page.footnotes().waysBack(node.getParent()) : "");
            line("</p>");
        }
    }

    private boolean isTight(Paragraph node) {
        return node.getParent() instanceof DefinitionItem definition
                ? isTight(definition) && isFirstParagraph(node)
                : node.getParent() instanceof ListItem item && ((ListBlock) item.getParent()).isTight();
    }

    private static boolean isFirstParagraph(Paragraph node) {
        for (var before = node.getPrevious(); before != null; before = before.getPrevious()) {
            if (before instanceof Paragraph) {
                return false;
            }
        }
        return true;
    }

    /** Loose after an empty line, as in Goldmark. */
    private boolean isTight(DefinitionItem definition) {
        var lineStart = page.text().lastIndexOf('\n', definition.getStartOffset() - 1);
        var lineBefore = page.text().lastIndexOf('\n', lineStart - 1);
        return lineStart < 0
                || !page.text().substring(lineBefore + 1, lineStart).isBlank();
    }

    private void heading(Heading node) {
        new HeadingHtml(page, html, inlines).write(node);
    }

    private void item(ListItem node) {
        html.append("<li>");
        if (node.getFirstChild() != null
                && !(node.getFirstChild() instanceof Paragraph paragraph && isTight(paragraph))) {
            html.append('\n');
        }
        visitor.visitChildren(node);
        line("</li>");
    }

    private void fenced(FencedCodeBlock node) {
        var info = page.wordsAsText(Escaping.unescapeString(node.getInfo()));
        line(CodeHtml.fenced(page.wordsAsSource(CodeHtml.lines(node)), info, page));
    }

    private void indented(IndentedCodeBlock node) {
        var code = BLANK_LINES.matcher(page.wordsAsSource(CodeHtml.lines(node))).replaceFirst("");
        line("<pre><code>" + Html.escaped(code) + "\n</code></pre>");
    }

    private void term(DefinitionTerm node) {
        html.append("<dt>");
        inlines.write(node, node.getStartOffset(), page.inkEnd(node.getStartOffset(), node.getEndOffset()));
        line("</dt>");
    }

    private void definition(DefinitionItem node) {
        html.append(isTight(node) ? "<dd>" : "<dd>\n");
        visitor.visitChildren(node);
        line("</dd>");
    }

    private void table(TableBlock node) {
        new TableHtml(html, inlines).write(node);
    }

    private static boolean isLastOfFootnote(Paragraph node) {
        return node.getParent() instanceof FootnoteBlock && node.getNext() == null;
    }

    private void footnotes() {
        var called = page.footnotes().called();
        if (called.isEmpty()) {
            return;
        }
        line("<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>");
        for (var number = 1; number <= called.size(); number++) {
            footnote(called.get(number - 1), number);
        }
        line("</ol>\n</div>");
    }

    private void footnote(FootnoteBlock block, int number) {
        line("<li id=\"fn:" + number + "\">");
        visitor.visitChildren(block);
        html.append(
                block.getLastChild() instanceof Paragraph
                        ? ""
                        : page.footnotes().waysBack(block));
        line("</li>");
    }
}
