package app.lookback.query.rendering;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Addresses of links and images, percent-encoded as Goldmark does and emptied where they would run something. */
final class Addresses {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final HexFormat SMALL_HEX = HexFormat.of();
    private static final String KEPT_IN_TEMPLATES = "!#$&*+,-./:;=?@[]_~";
    private static final String KEPT = "!#$&'()*+,-./:;=?@_~";
    private static final Pattern RUNS = Pattern.compile("(?i)^[\\s\\p{Cntrl}]*(?:javascript|vbscript|file|data):");
    private static final Pattern PICTURE = Pattern.compile("^data:image/(?:png|gif|jpeg|webp);.*", Pattern.DOTALL);

    private Addresses() {}

    static String safe(String address) {
        return RUNS.matcher(address).lookingAt() && !PICTURE.matcher(address).matches() ? "" : encoded(address);
    }

    /** As Hugo's templates have them, not its Markdown. */
    static String inTemplate(String address) {
        return RUNS.matcher(address).lookingAt() && !PICTURE.matcher(address).matches()
                ? ""
                : encoded(address, KEPT_IN_TEMPLATES, SMALL_HEX);
    }

    static String encoded(String address) {
        return encoded(address, KEPT, HEX);
    }

    private static String encoded(String address, String kept, HexFormat hex) {
        var encoded = new StringBuilder(address.length() + 16);
        for (var at = 0; at < address.length(); at += Character.charCount(address.codePointAt(at))) {
            append(encoded, address.codePointAt(at), isEscape(address, at), kept, hex);
        }
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, int character, boolean escape, String kept, HexFormat hex) {
        if (escape || Characters.isAsciiAlphanumeric(character) || kept.indexOf(character) >= 0) {
            encoded.append((char) character);
            return;
        }
        for (var octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(hex.toHexDigits(octet));
        }
    }

    private static boolean isEscape(String address, int at) {
        return address.charAt(at) == '%'
                && at + 2 < address.length()
                && isHex(address.charAt(at + 1))
                && isHex(address.charAt(at + 2));
    }

    private static boolean isHex(char unit) {
        return Character.digit(unit, 16) >= 0 && unit < 128;
    }
}
