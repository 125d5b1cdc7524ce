package app.lookback.query.rendering;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import java.util.Set;
import java.util.function.Predicate;

/** A rule of this dialect that is tried within a block wherever one of {@code characters} stands; it keeps no state. */
record InlineRule(String characters, Predicate<LightInlineParser> rule)
        implements InlineParserExtensionFactory, InlineParserExtension {

    @Override
    public boolean parse(LightInlineParser inline) {
        return rule.test(inline);
    }

    @Override
    public void finalizeDocument(InlineParser inline) {}

    @Override
    public void finalizeBlock(InlineParser inline) {}

    @Override
    public CharSequence getCharacters() {
        return characters;
    }

    @Override
    public InlineParserExtension apply(LightInlineParser inline) {
        return this;
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
