package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words, nowhere in the source, that stand for what the sanitizer would alter though it harms nobody: Hugo's comment
 * where raw HTML was left out, brackets in addresses, and blocks in the midst of a line, each sanitized for itself.
 */
final class StandIns {

    private static final String COMMENT = "<!-- raw HTML omitted -->";

    /** What the sanitizer makes of a brace before another, which mean nothing to any script of ours. */
    private static final String PARTED_BRACE = "{<!-- -->";

    private final String prefix;
    private final Pattern piece;
    private final List<String> pieces = new ArrayList<>();

    StandIns(String source) {
        var number = 0;
        while (source.contains("standin" + number + "x")) {
            number++;
        }
        prefix = "standin" + number + "x";
        piece = Pattern.compile(prefix + "piece(\\d+)x");
    }

    String omission() {
        return prefix + "omittedx";
    }

    String address(String address) {
        return address.replace("(", prefix + "openx").replace(")", prefix + "closex");
    }

    /** @param sanitized what stands in the midst of text, where no attribute is */
    String piece(String sanitized) {
        pieces.add(sanitized);
        return prefix + "piece" + (pieces.size() - 1) + "x";
    }

    String withoutPieces(String html) {
        return html.contains(prefix) ? piece.matcher(html).replaceAll("") : html;
    }

    /** A piece that came to stand within a tag is left out: there it would end the attribute that it stands in. */
    private String withPieces(String html) {
        return pieces.isEmpty() || !html.contains(prefix)
                ? html
                : piece.matcher(html)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                isInTag(html, found.start())
                                        ? ""
                                        : withPieces(pieces.get(Integer.parseInt(found.group(1))))));
    }

    private static boolean isInTag(String sanitized, int at) {
        return sanitized.lastIndexOf('<', at) > sanitized.lastIndexOf('>', at);
    }

    String restored(String sanitized) {
        var braces = withPieces(sanitized).replace(PARTED_BRACE, "{");
        return braces.contains(prefix)
                ? braces.replace(omission(), COMMENT)
                        .replace(prefix + "openx", "(")
                        .replace(prefix + "closex", ")")
                : braces;
    }
}
