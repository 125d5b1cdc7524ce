package app.lookback.query.rendering;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.regex.Pattern;

/** Addresses without brackets, found where Goldmark's linkify finds them: never in the middle of a word. */
final class BareLinks {

    static final InlineRule RULE = new InlineRule("hfw", BareLinks::parse);

    private static final String HOST = "[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-z]+";
    private static final String PATH = "(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\\[\\]`]*+)?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|ftp)://" + HOST + "(?::\\d+)?" + PATH + "|www\\." + HOST + PATH);
    private static final String MAY_PRECEDE = " \t\n*_~(\"'";
    private static final String NODES_END = "`>)]";
    private static final String NEVER_LAST = "?!.,:*_~";

    private BareLinks() {}

    private static boolean parse(LightInlineParser inline) {
        var input = inline.getInput();
        var start = inline.getIndex();
        if (!mayStart(inline, input, start)) {
            return false;
        }
        var address = ADDRESS.matcher(input).region(start, input.length());
        if (!address.lookingAt()) {
            return false;
        }
        append(inline, input, start, end(input, start, address.end()));
        return true;
    }

    private static boolean mayStart(LightInlineParser inline, BasedSequence input, int start) {
        return (start == 0 || mayFollow(inline, input, start))
                && startsLikeAddress(input, start)
                && ((InlineParser) inline).getLastBracket() == null;
    }

    /** Goldmark looks for addresses where a word begins and anew behind whatever is more than text. */
    private static boolean mayFollow(LightInlineParser inline, BasedSequence input, int start) {
        var before = input.charAt(start - 1);
        return MAY_PRECEDE.indexOf(before) >= 0
                || NODES_END.indexOf(before) >= 0 && inline.getCurrentText().isEmpty()
                || start > 1 && "-<>".indexOf(before) >= 0 && input.charAt(start - 2) == before
                || input.subSequence(0, start).endsWith("...");
    }

    private static boolean startsLikeAddress(BasedSequence input, int start) {
        return input.matchChars("http", start) || input.matchChars("ftp:", start) || input.matchChars("www.", start);
    }

    private static void append(LightInlineParser inline, BasedSequence input, int start, int end) {
        var empty = input.subSequence(start, start);
        inline.flushTextNode();
        inline.appendNode(new AutoLink(empty, input.subSequence(start, end), input.subSequence(end, end)));
        inline.setIndex(end);
    }

    private static int end(BasedSequence input, int start, int matched) {
        var end = matched;
        switch (input.charAt(end - 1)) {
            case '.' -> end--;
            case ')' -> end -= unopened(input, start, end);
            case ';' -> end = beforeEntity(input, start, end);
            default -> {}
        }
        while (end > start + 1 && NEVER_LAST.indexOf(input.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static int unopened(BasedSequence input, int start, int end) {
        var closing = 0;
        for (var at = end - 1; at >= start; at--) {
            closing += input.charAt(at) == ')' ? 1 : input.charAt(at) == '(' ? -1 : 0;
        }
        return Math.max(0, closing);
    }

    private static int beforeEntity(BasedSequence input, int start, int end) {
        var at = end - 2;
        while (at >= start && Characters.isAsciiAlphanumeric(input.charAt(at))) {
            at--;
        }
        return at >= start && at != end - 2 && input.charAt(at) == '&' ? at : end;
    }
}
