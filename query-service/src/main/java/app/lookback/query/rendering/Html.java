package app.lookback.query.rendering;

/** Characters that HTML gives a meaning, made harmless. */
final class Html {

    private Html() {}

    static String escaped(CharSequence text) {
        var html = new StringBuilder(text.length() + 16);
        for (var at = 0; at < text.length(); at++) {
            append(html, text.charAt(at));
        }
        return html.toString();
    }

    /** The text of HTML that was made here, where no attribute holds an angle bracket. */
    static String withoutTags(String html) {
        var text = new StringBuilder(html.length());
        var inTag = false;
        for (var at = 0; at < html.length(); at++) {
            var unit = html.charAt(at);
            inTag = unit == '<' || inTag;
            if (!inTag) {
                text.append(unit);
            }
            inTag = inTag && unit != '>';
        }
        return text.toString();
    }

    static void append(StringBuilder html, char unit) {
        switch (unit) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case 0 -> html.append('\uFFFD');
            default -> html.append(unit);
        }
    }
}
