package app.lookback.query.rendering;

import com.vladsch.flexmark.util.ast.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Markdown text on its way to HTML: what the writers of its blocks and inlines need to know. */
final class Page {

    /** Shortcodes within shortcodes: deeper ones stay as they are written. */
    private static final int DEPTH = 5;

    private final Prepared prepared;
    private final Map<String, String> params;
    private final StandIns standIns;
    private final Patience patience;
    private final int depth;
    private final Document document;
    private final Footnotes footnotes;
    private final HeadingIds headingIds;

    private Page(Prepared prepared, Map<String, String> params, StandIns standIns, Patience patience, int depth) {
        this.prepared = prepared;
        this.params = params;
        this.standIns = standIns;
        this.patience = patience;
        this.depth = depth;
        this.document = Dialect.parsed(patience.over(prepared.text()));
        this.footnotes = Footnotes.of(document);
        this.headingIds = new HeadingIds();
    }

    /** @throws Unrenderable when it asks for too much */
    static Page of(String body, int firstLine, Map<String, String> params, StandIns standIns, Patience patience) {
        return at(0, body, firstLine, params, standIns, patience);
    }

    private static Page at(
            int depth, String body, int line, Map<String, String> params, StandIns standIns, Patience patience) {
        var prepared = Preparation.of(body, line, shortcode -> markdown(shortcode, params));
        Bounds.check(prepared.text());
        return new Page(prepared, params, standIns, patience, depth);
    }

    private static @Nullable String markdown(Shortcode shortcode, Map<String, String> params) {
        return Embedded.text(shortcode, params);
    }

    List<Block> blocks() {
        return new BlockHtml(this).blocks();
    }

    Map<String, String> params() {
        return params;
    }

    Document document() {
        return document;
    }

    Footnotes footnotes() {
        return footnotes;
    }

    HeadingIds headingIds() {
        return headingIds;
    }

    Patience patience() {
        return patience;
    }

    /** A link that is its own text, but for what stands before it in the address. */
    String link(String before, String text) {
        var address = Addresses.safe(before + wordsAsText(text));
        return "<a href=\"" + address(address) + "\">" + Html.escaped(wordsAsSource(text)) + "</a>";
    }

    /** As it stands in an attribute. */
    String address(String address) {
        return Html.escaped(standIns.address(address));
    }

    String omission() {
        return standIns.omission();
    }

    Block block(int offset, String html) {
        return Block.of(line(offset), standIns.restored(Sanitizer.sanitized(html)));
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
        return new Embedded(this, prepared.shortcode(word), true).html();
    }

    String blockHtml(String word) {
        return new Embedded(this, prepared.shortcode(word), false).html();
    }

    /** With what the shortcodes say in the place of their words, where no tags can stand. */
    String wordsAsText(String text) {
        return prepared.replaced(text, shortcode -> {
            var said = Embedded.text(shortcode, params);
            return said == null ? "" : said;
        });
    }

    /** With the shortcodes as they are written, where code is shown. */
    String wordsAsSource(String text) {
        return prepared.replaced(text, shortcode -> {
            var said = Embedded.text(shortcode, params);
            return said == null ? shortcode.source() : said;
        });
    }

    /** The text of HTML that was made here. */
    String plain(String html) {
        return Html.withoutTags(html).replace(standIns.omission(), "");
    }

    String inlineMarkdown(String markdown) {
        var html = blockMarkdown(markdown).strip();
        var alone = html.startsWith("<p>") && html.indexOf("</p>") == html.length() - 4;
        return alone ? html.substring(3, html.length() - 4) : html;
    }

    String blockMarkdown(String markdown) {
        if (depth >= DEPTH) {
            return Html.escaped(markdown);
        }
        var inner = at(depth + 1, markdown, 1, params, standIns, patience);
        return new BlockHtml(inner).html();
    }
}
