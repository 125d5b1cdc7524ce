package app.lookback.query.rendering;

import com.vladsch.flexmark.ext.definition.internal.DefinitionItemBlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.mappers.SpecialLeadInHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Definitions begin, as in Goldmark, with a colon and a space: a colon alone in its line is text. */
final class Colons implements CustomBlockParserFactory {

    private final DefinitionItemBlockParser.Factory definitions = new DefinitionItemBlockParser.Factory();

    @Override
    public BlockParserFactory apply(DataHolder options) {
        var items = definitions.apply(options);
        return (state, before) -> begin(state, before, items);
    }

    private static @Nullable BlockStart begin(
            ParserState state, MatchedBlockParser before, BlockParserFactory definitions) {
        var line = state.getLine();
        var at = state.getNextNonSpaceIndex();
        return at + 1 < line.length() && line.charAt(at) == ':' && " \t".indexOf(line.charAt(at + 1)) >= 0
                ? definitions.tryStart(state, before)
                : BlockStart.none();
    }

    @Override
    public SpecialLeadInHandler getLeadInHandler(DataHolder options) {
        return definitions.getLeadInHandler(options);
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
