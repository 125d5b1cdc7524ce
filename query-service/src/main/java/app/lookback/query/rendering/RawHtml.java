package app.lookback.query.rendering;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Blocks of raw HTML that run to a mark of their end: Goldmark counts the line of the mark as a second piece. */
final class RawHtml {

    private static final Pattern ELEMENT = Pattern.compile("(?i)<(?:script|pre|style|textarea)(?:[\\s>]|/>|$)");
    private static final Pattern ELEMENT_END = Pattern.compile("(?i)</(?:script|pre|style|textarea)>");
    private static final Pattern DECLARATION = Pattern.compile("<![A-Z]");

    private RawHtml() {}

    static boolean closesOnLineOfItsOwn(CharSequence block) {
        var text = block.toString().strip();
        var end = end(text);
        var line = text.indexOf('\n');
        return end != null
                && line >= 0
                && !end.matcher(text).region(0, line).find()
                && end.matcher(text).region(line, text.length()).find();
    }

    private static @Nullable Pattern end(String text) {
        if (ELEMENT.matcher(text).lookingAt()) {
            return ELEMENT_END;
        }
        var end = text.startsWith("<!--")
                ? "-->"
                : text.startsWith("<?")
                        ? "?>"
                        : text.startsWith("<![CDATA[")
                                ? "]]>"
                                : DECLARATION.matcher(text).lookingAt() ? ">" : null;
        return end == null ? null : Pattern.compile(Pattern.quote(end));
    }
}
