package app.lookback.query.rendering;

import static java.util.stream.Collectors.joining;

import app.lookback.hugo.FrontMatter;
import java.util.List;

/**
 * A source as readers see it; its HTML is sanitized.
 *
 * @param blocks for authors, after those that say what is wrong
 * @param problems sentences for the authors, none of which readers need
 * @param contents a list of links to its headings, empty where it has few or wants none
 * @param whole whether the source could be rendered; otherwise it is plain text
 */
public record Rendered(
        FrontMatter frontMatter, List<Block> blocks, List<String> problems, String contents, boolean whole) {

    public Rendered {
        blocks = List.copyOf(blocks);
        problems = List.copyOf(problems);
    }

    public String html() {
        return blocks.stream().map(Block::html).collect(joining());
    }
}
