package app.lookback.query.edition;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Which of the site's images a rendered page shows or links. */
final class Images {

    private static final Pattern USE = Pattern.compile("[\\s\"'=,](/images/[^\\s\"'?#,<>]+)");

    private Images() {}

    /** Their paths as they are stored, in the order of the page. */
    static List<String> in(String html) {
        return USE.matcher(html)
                .results()
                .map(use -> decoded(use.group(1)))
                .distinct()
                .toList();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("&amp;", "&").replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
