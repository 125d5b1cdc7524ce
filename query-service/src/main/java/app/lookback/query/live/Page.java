package app.lookback.query.live;

import app.lookback.query.live.Frame.Html;
import app.lookback.query.rendering.Block;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rendered source, cut into blocks; a block may stand in it more than once. */
record Page(long revision, String title, List<String> order, List<Integer> lines, Map<String, String> html) {

    /** What only a rendering knows: it is told apart from the revision that was rendered. */
    record Rendering(String title, List<Block> blocks) {}

    static Page of(long revision, Rendering rendering) {
        var html = new LinkedHashMap<String, String>();
        rendering.blocks().forEach(block -> html.put(block.id(), block.html()));
        return new Page(
                revision,
                rendering.title(),
                rendering.blocks().stream().map(Block::id).toList(),
                rendering.blocks().stream().map(Block::line).toList(),
                html);
    }

    Set<String> ids() {
        return html.keySet();
    }

    /** This page for a browser that holds the blocks {@code held}. */
    Frame.Preview without(Set<String> held) {
        var missing = html.entrySet().stream()
                .filter(block -> !held.contains(block.getKey()))
                .map(block -> new Html(block.getKey(), block.getValue()))
                .toList();
        return new Frame.Preview(revision, title, order, lines, missing);
    }
}
