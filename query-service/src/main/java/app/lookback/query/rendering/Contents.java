package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.List;

/** The headings of a page as a list of links, from level 2 to level 3 as by Hugo's defaults. */
final class Contents {

    private static final int FIRST = 2;
    private static final int LAST = 3;

    /** A page with fewer headings is overlooked at a glance. */
    private static final int FEWEST = 3;

    /** Later headings are left out. */
    private static final int MOST = 500;

    private record Entry(int level, String id, String text) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(int level, String id, String escapedText) {
        if (level >= FIRST && level <= LAST && entries.size() < MOST && !escapedText.isBlank()) {
            entries.add(new Entry(level, id, escapedText));
        }
    }

    /** Empty where there are too few. */
    String html() {
        if (entries.size() < FEWEST) {
            return "";
        }
        var html = new StringBuilder("<ul>");
        var before = 0;
        for (var entry : entries) {
            html.append(between(before, entry.level()));
            html.append("<li><a href=\"#").append(Html.escaped(entry.id())).append("\">");
            html.append(entry.text()).append("</a>");
            before = before == 0 ? FIRST : entry.level();
        }
        return html.append(before == LAST ? "</li></ul></li></ul>" : "</li></ul>")
                .toString();
    }

    /** What was opened before is closed; a heading of level 3 that comes first stands for one of level 2. */
    private static String between(int before, int level) {
        if (before == 0) {
            return "";
        }
        if (before == level) {
            return "</li>";
        }
        return before < level ? "<ul>" : "</li></ul></li>";
    }
}
