package app.lookback.query.rendering;

import java.util.List;

/** What its authors should know stands above the page that only they see. */
final class ProblemHtml {

    private ProblemHtml() {}

    static List<Block> blocks(List<String> problems) {
        return problems.stream()
                .map(problem -> Block.of(1, "<p class=\"problem\">" + Html.escaped(problem) + "</p>\n"))
                .toList();
    }
}
