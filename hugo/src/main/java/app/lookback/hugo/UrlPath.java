package app.lookback.hugo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** How Hugo makes a part of an address of a name: as its sanitizer does (measured against 0.111.3). */
public final class UrlPath {

    private static final HugoConfig DEFAULTS = HugoConfig.read(Map.of());

    private UrlPath() {}

    /** As it does by default. */
    public static String of(String name) {
        return of(name, DEFAULTS);
    }

    static String of(String name, HugoConfig config) {
        var path = sanitized(config.dropsAccents() ? withoutAccents(name) : name);
        return config.keepsCase() ? path : path.toLowerCase(Locale.ROOT);
    }

    private static String sanitized(String name) {
        var path = new StringBuilder();
        boolean gap = false;
        int[] letters = name.codePoints().toArray();
        for (int at = 0; at < letters.length; at++) {
            int letter = letters[at];
            if (isKept(letters, at)) {
                if (gap && letter != '-') {
                    path.append('-');
                }
                gap = false;
                path.appendCodePoint(letter);
            } else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                gap = gap || !path.isEmpty() && path.charAt(path.length() - 1) != '-';
            }
        }
        return path.toString();
    }

    private static boolean isKept(int[] letters, int at) {
        int letter = letters[at];
        return "./\\_#+~-@".indexOf(letter) >= 0
                || Character.isLetter(letter)
                || Character.isDigit(letter)
                || isMark(letter)
                || letter == '%' && at + 2 < letters.length && isHex(letters[at + 1]) && isHex(letters[at + 2]);
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isHex(int letter) {
        return Character.digit(letter, 16) >= 0 && letter < 128;
    }

    private static String withoutAccents(String name) {
        var apart = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
        return Normalizer.normalize(apart, Normalizer.Form.NFC);
    }
}
