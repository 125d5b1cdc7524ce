package app.lookback.query.compare;

import app.lookback.query.compare.MarkedHtml.Mark;
import app.lookback.query.rendering.Block;
import app.lookback.query.rendering.Renderer;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.jspecify.annotations.Nullable;

/** Two pages, block by block and within changed blocks word by word. */
public final class PageComparison {

    /** A piece of the new page, or of the old one where it is gone; its HTML carries the marks. */
    public record Part(Kind kind, @Nullable Integer moved, String html) {}

    public enum Kind {
        @JsonProperty("same")
        SAME,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("deleted")
        DELETED,
        @JsonProperty("inserted")
        INSERTED
    }

    private final Renderer renderer;
    private final List<Block> old;
    private final List<Block> now;
    private final Alignment alignment = new Alignment();
    private final List<Edit> edits;
    private final Moves moves;
    private final List<Part> parts = new ArrayList<>();

    private PageComparison(List<Block> old, List<Block> now, Renderer renderer) {
        this.renderer = renderer;
        this.old = old;
        this.now = now;
        this.edits = alignment.of(ids(old), ids(now));
        this.moves = Moves.of(
                edits.stream()
                        .flatMap(edit -> gone(edit).stream().map(Block::html))
                        .toList(),
                edits.stream()
                        .flatMap(edit -> come(edit).stream().map(Block::html))
                        .toList());
    }

    /** As readers see them. */
    public static List<Part> forReaders(String old, String now, Renderer renderer) {
        return new PageComparison(
                        renderer.forReaders(old).blocks(),
                        renderer.forReaders(now).blocks(),
                        renderer)
                .compare();
    }

    static List<Part> of(String old, String now, Renderer renderer) {
        return new PageComparison(
                        renderer.render(old).blocks(), renderer.render(now).blocks(), renderer)
                .compare();
    }

    private static List<String> ids(List<Block> blocks) {
        return blocks.stream().map(Block::id).toList();
    }

    private List<Block> gone(Edit edit) {
        return old.subList(edit.getBeginA(), edit.getEndA());
    }

    private List<Block> come(Edit edit) {
        return now.subList(edit.getBeginB(), edit.getEndB());
    }

    private List<Part> compare() {
        int at = 0;
        for (var edit : edits) {
            same(now.subList(at, edit.getBeginB()));
            changed(gone(edit), come(edit));
            at = edit.getEndB();
        }
        same(now.subList(at, now.size()));
        return parts;
    }

    private void same(List<Block> blocks) {
        blocks.forEach(block -> parts.add(new Part(Kind.SAME, null, block.html())));
    }

    /** Each new block beside the next old one that is its kin; what is left of the old ones before it is gone. */
    private void changed(List<Block> gone, List<Block> come) {
        var pairs = Kinship.pairs(stay(gone), stay(come));
        int done = 0;
        for (var block : come) {
            var twin = pairs.get(block);
            if (twin != null) {
                int place = gone.indexOf(twin);
                gone.subList(done, place).forEach(this::deleted);
                done = place + 1;
                pair(twin, block);
            } else {
                inserted(block);
            }
        }
        gone.subList(done, gone.size()).forEach(this::deleted);
    }

    private List<Block> stay(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> moves.number(block.html()) == null)
                .toList();
    }

    private void pair(Block gone, Block come) {
        var marked = renderer.mayBeMarked(gone.html()) && renderer.mayBeMarked(come.html())
                ? MarkedHtml.of(gone.html(), come.html(), alignment)
                : Optional.<String>empty();
        if (marked.isPresent()) {
            parts.add(new Part(Kind.CHANGED, null, renderer.sanitized(marked.get())));
        } else {
            deleted(gone);
            inserted(come);
        }
    }

    private void deleted(Block block) {
        part(Kind.DELETED, Mark.DELETED, block);
    }

    private void inserted(Block block) {
        part(Kind.INSERTED, Mark.INSERTED, block);
    }

    private void part(Kind kind, Mark mark, Block block) {
        var moved = moves.number(block.html());
        var html = moved == null ? MarkedHtml.whole(block.html(), mark) : MarkedHtml.moved(block.html(), mark);
        parts.add(new Part(kind, moved, html));
    }
}
