package app.lookback.query.rendering;

import java.util.List;

/** A link to a post that is not there: readers see its text, its authors also what it was to lead to. */
final class BrokenLink {

    /** Links that are named to the authors, one by one. */
    private static final int NAMED = 20;

    private BrokenLink() {}

    static String mark(Shortcode link, Page page) {
        return page.forReaders()
                ? ""
                : " <span class=\"shortcode broken\">" + Html.escaped(link.value("path", 0)) + "?</span>";
    }

    /** @param body the source from its line {@code firstLine} on */
    static List<String> problems(PathLinks links, String body, int firstLine) {
        return links.broken().stream()
                .limit(NAMED)
                .map(link -> "Line %d: %s leads to no post; readers see its text and no link."
                        .formatted(firstLine - 1 + Lines.of(body, body.indexOf(link)), link))
                .toList();
    }
}
