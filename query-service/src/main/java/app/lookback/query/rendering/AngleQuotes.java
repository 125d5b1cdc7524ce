package app.lookback.query.rendering;

import com.vladsch.flexmark.parser.LightInlineParser;

/** Two opening angle brackets are a quotation mark, so the second of them never opens a tag. */
final class AngleQuotes {

    static final InlineRule RULE = new InlineRule("<", AngleQuotes::parse);

    private AngleQuotes() {}

    private static boolean parse(LightInlineParser inline) {
        var at = inline.getIndex();
        if (inline.peek(1) != '<') {
            return false;
        }
        inline.appendText(inline.getInput(), at, at + 2);
        inline.setIndex(at + 2);
        return true;
    }
}
