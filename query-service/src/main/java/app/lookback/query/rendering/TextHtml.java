package app.lookback.query.rendering;

import com.vladsch.flexmark.util.ast.Node;
import java.util.regex.Pattern;

/** Runs of plain text within one block: escapes, typography, mail addresses and the words of shortcodes. */
final class TextHtml {

    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern MAIL = Pattern.compile(
            "[a-zA-Z0-9][a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}+@" + LABEL + "(?:\\." + LABEL + "){1,10}+(?![-_])");
    private static final String NODES_END = "`>)";
    private static final String BEFORE_MAIL = " \t\n*_~(";

    private final Page page;
    private final StringBuilder html;
    private final String source;
    private final int start;
    private final int end;
    private final Typography typography;
    private boolean inLink;

    TextHtml(Page page, StringBuilder html, int start, int end) {
        this.page = page;
        this.html = html;
        this.source = page.text();
        this.start = start;
        this.end = end;
        this.typography = new Typography(source, start, end, page.quotes());
    }

    void inLink(Runnable content) {
        var before = inLink;
        inLink = true;
        content.run();
        inLink = before;
    }

    /** Its pieces, for it may stand on many lines without the spaces between them. */
    void write(Node node) {
        var chars = node.getChars();
        for (var at = 0; at < chars.length(); ) {
            var from = chars.getIndexOffset(at);
            var first = at++;
            while (from >= 0 && at < chars.length() && chars.getIndexOffset(at) == from + at - first) {
                at++;
            }
            if (from < 0) {
                Html.append(html, chars.charAt(first));
            } else {
                write(from, from + at - first);
            }
        }
    }

    void write(int from, int to) {
        var limit = Math.min(to, end);
        var mails = !inLink && source.substring(Math.min(from, limit), limit).indexOf('@') >= 0;
        for (var at = from; at < limit; ) {
            var after = mails ? mail(from, at, limit) : at;
            at = after > at ? after : one(at, limit);
        }
    }

    private int one(int at, int limit) {
        var unit = source.charAt(at);
        if (unit == '\\' && at + 1 < limit && Characters.isAsciiPunctuation(source.charAt(at + 1))) {
            Html.append(html, source.charAt(at + 1));
            return at + 2;
        }
        var word = page.wordAt(at);
        if (word != null) {
            html.append(page.inlineHtml(word));
            return at + word.length();
        }
        var replacement = typography.at(at);
        if (replacement != null) {
            html.append(replacement.text());
            return at + replacement.units();
        }
        Html.append(html, unit);
        return at + 1;
    }

    private int mail(int from, int at, int limit) {
        var first = at <= start
                || BEFORE_MAIL.indexOf(source.charAt(at - 1)) >= 0
                || at == from && NODES_END.indexOf(source.charAt(at - 1)) >= 0;
        var mail = MAIL.matcher(source).region(at, limit);
        if (!first || !mail.lookingAt()) {
            return at;
        }
        html.append(page.link("mailto:", mail.group()));
        return mail.end();
    }
}
