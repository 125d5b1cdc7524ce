package app.lookback.query.rendering;

/**
 * Words, nowhere in the source, that stand for what the sanitizer would alter though it harms nobody: Hugo's comment
 * where raw HTML was left out, and brackets in addresses.
 */
final class StandIns {

    private static final String COMMENT = "<!-- raw HTML omitted -->";

    /** What the sanitizer makes of a brace before another, which mean nothing to any script of ours. */
    private static final String PARTED_BRACE = "{<!-- -->";

    private final String prefix;

    StandIns(String source) {
        var number = 0;
        while (source.contains("standin" + number + "x")) {
            number++;
        }
        prefix = "standin" + number + "x";
    }

    String omission() {
        return prefix + "omittedx";
    }

    String address(String address) {
        return address.replace("(", prefix + "openx").replace(")", prefix + "closex");
    }

    String restored(String sanitized) {
        var braces = sanitized.replace(PARTED_BRACE, "{");
        return braces.contains(prefix)
                ? braces.replace(omission(), COMMENT)
                        .replace(prefix + "openx", "(")
                        .replace(prefix + "closex", ")")
                : braces;
    }
}
