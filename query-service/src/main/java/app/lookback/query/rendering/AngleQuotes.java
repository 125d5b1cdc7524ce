package app.lookback.query.rendering;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import java.util.Set;

/** Two opening angle brackets are a quotation mark, so the second of them never opens a tag. */
final class AngleQuotes implements InlineParserExtension {

    @Override
    public boolean parse(LightInlineParser inline) {
        var at = inline.getIndex();
        if (inline.peek(1) != '<') {
            return false;
        }
        inline.appendText(inline.getInput(), at, at + 2);
        inline.setIndex(at + 2);
        return true;
    }

    @Override
    public void finalizeDocument(InlineParser inline) {}

    @Override
    public void finalizeBlock(InlineParser inline) {}

    static final class Factory implements InlineParserExtensionFactory {

        @Override
        public CharSequence getCharacters() {
            return "<";
        }

        @Override
        public InlineParserExtension apply(LightInlineParser inline) {
            return new AngleQuotes();
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of();
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of();
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
