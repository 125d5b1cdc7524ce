package app.lookback.query.rendering;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.definition.internal.DefinitionListBlockPreProcessor;
import com.vladsch.flexmark.ext.definition.internal.DefinitionListItemBlockPreProcessor;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.ParserEmulationProfile;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/** flexmark, set to read what Hugo's Goldmark reads by default. */
final class Dialect {

    private static final Parser PARSER = Parser.builder(settings())
            .customInlineParserFactory(InlineReader::new)
            .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
            .paragraphPreProcessorFactory(new Tables.Factory())
            .customBlockParserFactory(new Colons())
            .blockPreProcessorFactory(new DefinitionListItemBlockPreProcessor.Factory())
            .blockPreProcessorFactory(new DefinitionListBlockPreProcessor.Factory())
            .customDelimiterProcessor(new Tildes())
            .customInlineParserExtensionFactory(TaskBox.RULE)
            .customInlineParserExtensionFactory(BareLinks.RULE)
            .customInlineParserExtensionFactory(AngleQuotes.RULE)
            .build();

    private Dialect() {}

    static Document parsed(CharSequence text) {
        return PARSER.parse(BasedSequence.of(text));
    }

    private static MutableDataHolder settings() {
        var settings = new MutableDataSet();
        settings.setFrom(ParserEmulationProfile.COMMONMARK_0_29);
        settings.set(DefinitionExtension.TILDE_MARKER, false);
        settings.set(Parser.EXTENSIONS, List.of(FootnoteExtension.create()));
        return settings;
    }
}
