package app.lookback.query.edition;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the site's images a rendered page shows or links. */
final class Images {

    private static final Pattern USE = Pattern.compile("[\\s\"'=,](/images/[^\\s\"'?#,<>]+)");

    private static final Pattern IMAGE = Pattern.compile("<img\\s[^>]*>");
    private static final Pattern ALT = Pattern.compile("\\salt=\"([^\"]*)\"");

    private Images() {}

    /** Their paths as they are stored, in the order of the page. */
    static List<String> in(String html) {
        return USE.matcher(html)
                .results()
                .map(use -> decoded(use.group(1)))
                .distinct()
                .toList();
    }

    /** The page with the words of those images instead of them. */
    static String replaced(String html, Predicate<String> which) {
        return IMAGE.matcher(html).replaceAll(image -> {
            boolean isGone = in(image.group()).stream().anyMatch(which);
            var alt = ALT.matcher(image.group());
            var words = alt.find() ? alt.group(1) : "";
            return Matcher.quoteReplacement(isGone ? "<span class=\"unshown\">" + words + "</span>" : image.group());
        });
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("&amp;", "&").replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
