package app.lookback.query.rendering.template;

import java.util.regex.Pattern;

/** What a backslash means in a quoted text. */
final class Escapes {

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:([abfnrtv\\\\\"'])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.|\\n))");
    private static final String LETTERS = "abfnrtv";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b";

    private Escapes() {}

    static String read(String written) {
        var read = new StringBuilder();
        var escape = ESCAPE.matcher(written);
        while (escape.find()) {
            if (escape.group(4) != null) {
                throw new NotUnderstood("'" + escape.group() + "' in a text is not understood");
            }
            var code = escape.group(2) != null ? escape.group(2) : escape.group(3);
            escape.appendReplacement(read, "");
            read.append(
                    code != null
                            ? (char) Integer.parseInt(code, 16)
                            : meant(escape.group(1).charAt(0)));
        }
        return escape.appendTail(read).toString();
    }

    private static char meant(char letter) {
        var known = LETTERS.indexOf(letter);
        return known < 0 ? letter : MEANT.charAt(known);
    }
}
