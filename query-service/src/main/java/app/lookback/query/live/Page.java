package app.lookback.query.live;

import app.lookback.query.live.Frame.Html;
import app.lookback.query.rendering.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rendered source, cut into blocks; a block may stand in it more than once. */
record Page(long revision, String title, List<String> order, List<Integer> lines, Map<String, String> html) {

    /**
     * What only a rendering knows: it is told apart from the revision that was rendered.
     *
     * @param whole otherwise the source asked for too much, and the blocks say so before they show it as plain text
     */
    record Rendering(String title, List<Block> blocks, boolean whole) {

        /** The page as it was when it could last be rendered, under what is wrong with it now. */
        Rendering above(Rendering lastWhole) {
            var both =
                    new ArrayList<>(blocks.stream().filter(Rendering::isProblem).toList());
            lastWhole.blocks().stream().filter(block -> !isProblem(block)).forEach(both::add);
            return new Rendering(title, both, false);
        }

        private static boolean isProblem(Block block) {
            return block.html().startsWith("<p class=\"problem\">");
        }
    }

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
