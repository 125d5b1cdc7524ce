package app.lookback.query.rendering;

import com.vladsch.flexmark.util.ast.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Markdown text on its way to HTML: what the writers of its blocks and inlines need to know. */
final class Page {

    /** Shortcodes within shortcodes: deeper ones stay as they are written. */
    static final int DEPTH = 5;

    private final Prepared prepared;
    private final Rendering rendering;
    private final int depth;
    private final HeadingIds headingIds = new HeadingIds();
    private @Nullable Document document;
    private @Nullable Footnotes footnotes;
    private final Quotes quotes = new Quotes();

    private Page(Prepared prepared, Rendering rendering, int depth) {
        this.prepared = prepared;
        this.rendering = rendering;
        this.depth = depth;
    }

    /** @throws Unrenderable when it asks for too much */
    static Page of(String body, int firstLine, Rendering rendering) {
        return at(0, body, firstLine, rendering);
    }

    /** What a shortcode encloses; it may never be read as Markdown. */
    static Page within(String inner, Rendering rendering, int depth) {
        return new Page(
                Preparation.of(
                        inner,
                        1,
                        rendering.formulas().on(),
                        shortcode -> rendering.own().said(shortcode, rendering, depth)),
                rendering,
                depth);
    }

    private static Page at(int depth, String body, int line, Rendering rendering) {
        var prepared = Preparation.of(
                body,
                line,
                rendering.formulas().on(),
                shortcode -> rendering.own().inserted(shortcode, rendering, depth));
        return read(new Page(prepared, rendering, depth));
    }

    private static Page read(Page page) {
        try {
            Bounds.check(page.text());
            page.document();
            return page;
        } catch (Unrenderable refused) {
            throw page.depth == 0 ? refused.in(page.prepared) : refused;
        }
    }

    List<Block> blocks() {
        return new BlockHtml(this).blocks();
    }

    @Nullable
    String text(Shortcode shortcode) {
        return Embedded.text(shortcode, rendering, depth);
    }

    boolean forReaders() {
        return rendering.forReaders();
    }

    Quotes quotes() {
        return quotes;
    }

    Document document() {
        if (document == null) {
            document = Dialect.parsed(rendering.patience().over(prepared.text()));
        }
        return document;
    }

    Footnotes footnotes() {
        if (footnotes == null) {
            footnotes = Footnotes.of(document());
        }
        return footnotes;
    }

    HeadingIds headingIds() {
        return headingIds;
    }

    /** What stands within a shortcode is not in the contents, as in Hugo. */
    void listed(int level, String id, String html) {
        if (depth == 0) {
            rendering.contents().add(level, id, plain(html).strip());
        }
    }

    Patience patience() {
        return rendering.patience();
    }

    /** A link that is its own text, but for what stands before it in the address. */
    String link(String before, String text) {
        var address = Addresses.safe(before + wordsAsText(text));
        return "<a href=\"" + address(address) + "\">" + Html.escaped(wordsAsSource(text)) + "</a>";
    }

    /** As it stands in an attribute. */
    String address(String address) {
        return Html.escaped(rendering.standIns().address(address));
    }

    /** In place of a tag or a block of raw HTML. */
    String raw(String html) {
        return rendering.rawHtml()
                ? prepared.replaced(html, shortcode -> piece(new Embedded(this, shortcode, true).html()))
                : omission();
    }

    boolean keepsRawHtml() {
        return rendering.rawHtml();
    }

    private String piece(String html) {
        return html.startsWith("<") ? rendering.standIns().piece(rendering.sanitized(html)) : html;
    }

    String formula(Shortcode formula) {
        return rendering.standIns().piece(rendering.formulas().html(formula, forReaders()));
    }

    /** HTML that holds nothing of the source and is kept from the sanitizer. */
    String constant(String html) {
        return rendering.standIns().piece(html);
    }

    String omission() {
        return rendering.standIns().omission();
    }

    Block block(int offset, String html) {
        return Block.of(line(offset), rendering.standIns().restored(rendering.sanitized(html)));
    }

    String text() {
        return prepared.text();
    }

    int inkStart(int from, int to) {
        var start = from;
        while (start < to && " \t\n\r".indexOf(text().charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    int inkEnd(int from, int to) {
        var end = to;
        while (end > from && " \t\n\r".indexOf(text().charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private int line(int offset) {
        return prepared.line(offset);
    }

    /** The word of a shortcode that begins there, or null. */
    @Nullable
    String wordAt(int offset) {
        var shortcode = prepared.shortcodeAt(prepared.text(), offset);
        return shortcode < 0 ? null : prepared.word(shortcode);
    }

    String inlineHtml(String word) {
        return piece(new Embedded(this, prepared.shortcode(word), true).html());
    }

    String blockHtml(String word) {
        return new Embedded(this, prepared.shortcode(word), false).html();
    }

    /** The shortcode in the address of a link by which it leads to no post, or null. */
    @Nullable
    Shortcode brokenLink(String address) {
        return prepared.shortcodesIn(address)
                .filter(shortcode -> PathLinks.isOne(shortcode) && text(shortcode) == null)
                .findFirst()
                .orElse(null);
    }

    /** With what the shortcodes say in the place of their words, where no tags can stand. */
    String wordsAsText(String text) {
        return prepared.replaced(text, shortcode -> {
            var said = text(shortcode);
            return said != null ? said : Formula.isOne(shortcode) ? shortcode.source() : "";
        });
    }

    /** With the shortcodes as they are written, where code is shown. */
    String wordsAsSource(String text) {
        return prepared.replaced(text, shortcode -> {
            var said = text(shortcode);
            return said == null ? shortcode.source() : said;
        });
    }

    /** The text of HTML that was made here. */
    String plain(String html) {
        return rendering
                .standIns()
                .withoutPieces(Html.withoutTags(html))
                .replace(rendering.standIns().omission(), "");
    }

    /** What the site's own template makes of it, or null; it stands for itself and has passed the sanitizer. */
    @Nullable
    String own(Shortcode shortcode) {
        return rendering.own().placed(shortcode, rendering, depth);
    }

    List<Shortcode> shortcodes() {
        return prepared.shortcodes();
    }

    Prepared prepared() {
        return prepared;
    }

    /** With what its shortcodes are in the place of their words. */
    String withShortcodes(String html) {
        return prepared.replaced(html, shortcode -> {
            var word = prepared.word(prepared.shortcodes().indexOf(shortcode));
            return piece(new Embedded(this, shortcode, !isAlone(word)).html());
        });
    }

    private boolean isAlone(String word) {
        return text().lines().anyMatch(line -> line.strip().equals(word));
    }

    /** Markdown in which the words of this text's shortcodes stand. */
    String markdown(String markdown, boolean inline) {
        if (depth >= DEPTH) {
            return Html.escaped(markdown);
        }
        var html = new BlockHtml(read(new Page(prepared.with(markdown), rendering, depth))).html();
        return inline ? withoutParagraph(html.strip()) : html;
    }

    String inlineMarkdown(String markdown) {
        return withoutParagraph(blockMarkdown(markdown).strip());
    }

    private static String withoutParagraph(String html) {
        var alone = html.startsWith("<p>") && html.indexOf("</p>") == html.length() - 4;
        return alone ? html.substring(3, html.length() - 4) : html;
    }

    String blockMarkdown(String markdown) {
        if (depth >= DEPTH) {
            return Html.escaped(markdown);
        }
        var inner = at(depth + 1, markdown, 1, rendering);
        return new BlockHtml(inner).html();
    }
}
