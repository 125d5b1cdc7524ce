package app.lookback.query.rendering;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeVisitor;
import com.vladsch.flexmark.util.ast.VisitHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Footnotes, numbered in the order in which the text first calls them, with Goldmark's marks and ways back. */
final class Footnotes {

    private static final String BACK = "<a href=\"#%s\" class=\"footnote-backref\" role=\"doc-backlink\">↩︎</a>";

    private final Map<FootnoteBlock, List<String>> calls = new LinkedHashMap<>();
    private final Map<FootnoteBlock, Integer> numbers = new HashMap<>();
    private final Map<Footnote, String> marks = new HashMap<>();

    static Footnotes of(Document document) {
        var footnotes = new Footnotes();
        var visitor = new NodeVisitor(new VisitHandler<>(Footnote.class, footnotes::call));
        visitor.visit(document);
        return footnotes;
    }

    private void call(Footnote footnote) {
        var block = footnote.getFootnoteBlock();
        if (!footnote.isDefined() || block == null) {
            return;
        }
        var ids = calls.computeIfAbsent(block, first -> new ArrayList<>());
        var number = numbers.computeIfAbsent(block, first -> calls.size());
        var id = "fnref" + (ids.isEmpty() ? "" : ids.size()) + ":" + number;
        ids.add(id);
        marks.put(
                footnote,
                "<sup id=\"%s\"><a href=\"#fn:%d\" class=\"footnote-ref\" role=\"doc-noteref\">%d</a></sup>"
                        .formatted(id, number, number));
    }

    @Nullable
    String mark(Footnote footnote) {
        return marks.get(footnote);
    }

    List<FootnoteBlock> called() {
        return List.copyOf(calls.keySet());
    }

    String waysBack(Node block) {
        var ways = new StringBuilder();
        for (var id : calls.getOrDefault(block, List.of())) {
            ways.append('\u00A0').append(BACK.formatted(id));
        }
        return ways.toString();
    }
}
