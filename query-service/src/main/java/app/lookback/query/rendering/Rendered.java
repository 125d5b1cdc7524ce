package app.lookback.query.rendering;

import static java.util.stream.Collectors.joining;

import app.lookback.query.frontmatter.FrontMatter;
import java.util.List;

/**
 * A source as readers see it; its HTML is sanitized.
 *
 * @param problems sentences for the authors, none of which readers need
 */
public record Rendered(FrontMatter frontMatter, List<Block> blocks, List<String> problems) {

    public Rendered {
        blocks = List.copyOf(blocks);
        problems = List.copyOf(problems);
    }

    public String html() {
        return blocks.stream().map(Block::html).collect(joining());
    }
}
