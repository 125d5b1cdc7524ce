package app.lookback.query.rendering;

import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.InlineParserImpl;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** flexmark's reader of a block's inside, which at each match made a copy of the whole block. */
final class InlineReader extends InlineParserImpl {

    private static final Pattern BRACKETED = Pattern.compile("^<(?:[^<>\\n\\\\]|\\\\.)*+>");

    InlineReader(
            DataHolder options,
            BitSet special,
            BitSet delimiters,
            Map<Character, DelimiterProcessor> processors,
            LinkRefProcessorData references,
            List<InlineParserExtensionFactory> extensions) {
        super(options, special, delimiters, processors, references, extensions);
    }

    /** Also with spaces between angle brackets. */
    @Override
    public @Nullable BasedSequence parseLinkDestination() {
        var bracketed = peek() == '<' ? match(BRACKETED) : null;
        return bracketed == null ? super.parseLinkDestination() : bracketed;
    }

    @Override
    public @Nullable BasedSequence match(Pattern pattern) {
        var found = found(pattern);
        return found == null ? null : input.subSequence(found.start(), found.end());
    }

    @Override
    public BasedSequence @Nullable [] matchWithGroups(Pattern pattern) {
        var found = found(pattern);
        if (found == null) {
            return null;
        }
        var groups = new BasedSequence[found.groupCount() + 1];
        for (var group = 0; group < groups.length; group++) {
            groups[group] = found.start(group) < 0
                    ? BasedSequence.NULL
                    : input.subSequence(found.start(group), found.end(group));
        }
        return groups;
    }

    private @Nullable Matcher found(Pattern pattern) {
        var matcher = pattern.matcher(input);
        if (index >= input.length() || !matcher.region(index, input.length()).find()) {
            return null;
        }
        index = matcher.end();
        return matcher;
    }
}
