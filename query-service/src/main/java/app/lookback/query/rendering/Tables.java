package app.lookback.query.rendering;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableCell.Alignment;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables as Goldmark finds them in a paragraph: the first line of dashes under a line with as many cells begins one, the
 * lines above stay text, all lines below are rows, and a bar parts cells wherever no backslash stands before it.
 */
final class Tables implements ParagraphPreProcessor {

    private static final Pattern DELIMITERS = Pattern.compile("[\\s|:-]*+");
    private static final Pattern DELIMITER = Pattern.compile("\\s*+(:?)-++(:?)\\s*+");

    /** Rows are filled up to the width of their table: what would have more columns or cells stays text. */
    private static final int COLUMNS = 200;

    private static final int CELLS = 100_000;

    private final ParserState state;

    private Tables(ParserState state) {
        this.state = state;
    }

    @Override
    public int preProcessBlock(Paragraph block, ParserState current) {
        var lines = block.getContentLines();
        for (var index = 1; index < lines.size(); index++) {
            var alignments = alignments(lines.get(index));
            if (alignments != null) {
                return fits(lines, index, alignments.size()) ? table(block, index, alignments) : 0;
            }
        }
        return 0;
    }

    private static boolean fits(List<BasedSequence> lines, int delimiters, int columns) {
        return cells(lines.get(delimiters - 1)).size() == columns && columns * (lines.size() - delimiters) <= CELLS;
    }

    private int table(Paragraph block, int delimiters, List<@Nullable Alignment> alignments) {
        var lines = block.getContentLines();
        if (delimiters > 1) {
            insert(block, textAbove(lines.subList(0, delimiters - 1)));
        }
        var table = new TableBlock(new ArrayList<>(lines.subList(delimiters - 1, lines.size())));
        var head = new TableHead(lines.get(delimiters - 1));
        head.appendChild(row(lines.get(delimiters - 1), alignments));
        table.appendChild(head);
        if (delimiters + 1 < lines.size()) {
            table.appendChild(body(lines.subList(delimiters + 1, lines.size()), alignments));
        }
        table.setCharsFromContent();
        insert(block, table);
        return block.getChars().length();
    }

    private void insert(Paragraph before, com.vladsch.flexmark.util.ast.Block block) {
        before.insertBefore(block);
        state.blockAdded(block);
    }

    private Paragraph textAbove(List<BasedSequence> lines) {
        var text = new Paragraph();
        text.setContent(new ArrayList<>(lines));
        text.setCharsFromContent();
        state.getInlineParser().parse(text.getContentChars().trimEnd(), text);
        return text;
    }

    private TableBody body(List<BasedSequence> lines, List<@Nullable Alignment> alignments) {
        var body = new TableBody(lines.get(0)
                .baseSubSequence(
                        lines.get(0).getStartOffset(),
                        lines.get(lines.size() - 1).getEndOffset()));
        lines.forEach(line -> body.appendChild(row(line, alignments)));
        return body;
    }

    private Node row(BasedSequence line, List<@Nullable Alignment> alignments) {
        var row = new TableRow(line);
        var cells = cells(line);
        for (var index = 0; index < alignments.size(); index++) {
            var missing = index >= cells.size();
            var text = missing ? line.subSequence(line.length(), line.length()) : cells.get(index);
            row.appendChild(cell(text, missing ? null : alignments.get(index)));
        }
        return row;
    }

    private TableCell cell(BasedSequence text, @Nullable Alignment alignment) {
        var cell = new TableCell(text);
        cell.setText(text);
        cell.setAlignment(alignment);
        state.getInlineParser().parse(text, cell);
        return cell;
    }

    private static @Nullable List<@Nullable Alignment> alignments(BasedSequence line) {
        if (line.isBlank() || !DELIMITERS.matcher(line).matches()) {
            return null;
        }
        var alignments = new ArrayList<@Nullable Alignment>();
        for (var cell : cells(line)) {
            var delimiter = DELIMITER.matcher(cell);
            if (!delimiter.matches() || alignments.size() == COLUMNS) {
                return null;
            }
            alignments.add(
                    alignment(!delimiter.group(1).isEmpty(), !delimiter.group(2).isEmpty()));
        }
        return alignments;
    }

    private static @Nullable Alignment alignment(boolean left, boolean right) {
        return left && right ? Alignment.CENTER : left ? Alignment.LEFT : right ? Alignment.RIGHT : null;
    }

    private static List<BasedSequence> cells(BasedSequence line) {
        var row = line.trim();
        var from = row.startsWith("|") ? 1 : 0;
        var end = row.endsWith("|") ? row.length() - 1 : row.length();
        var cells = new ArrayList<BasedSequence>();
        while (from < end && cells.size() <= COLUMNS) {
            var bar = bar(row, from, end);
            cells.add(row.subSequence(from, bar).trim());
            from = bar + 1;
        }
        return cells;
    }

    private static int bar(BasedSequence row, int from, int end) {
        var bar = from;
        while (bar < end && (row.charAt(bar) != '|' || bar > 0 && row.charAt(bar - 1) == '\\')) {
            bar++;
        }
        return bar;
    }

    static final class Factory implements ParagraphPreProcessorFactory {

        @Override
        public ParagraphPreProcessor apply(ParserState state) {
            return new Tables(state);
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of(ReferencePreProcessorFactory.class);
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
