package app.lookback.query.rendering.template;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Addresses in templates, as Go's html/template encodes them. */
final class Urls {

    /** What stands in the place of an address that could run something, as in Go. */
    static final String REFUSED = "#ZgotmplZ";

    private static final Set<String> SCHEMES =
            Set.of("http", "https", "mailto", "ftp", "sftp", "tel", "sms", "geo", "xmpp", "matrix");
    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = "!#$&*+,/:;=?@[]";

    private Urls() {}

    static boolean isSafe(String address) {
        var colon = address.indexOf(':');
        return colon < 0
                || address.substring(0, colon).contains("/")
                || SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** What has a meaning in addresses keeps it. */
    static String normalized(String address) {
        return encoded(address, UNRESERVED + RESERVED, true, HexFormat.of());
    }

    /** A value within an address. */
    static String value(String text) {
        return encoded(text, UNRESERVED, false, HexFormat.of());
    }

    static String encoded(String path) {
        return encoded(path, UNRESERVED + RESERVED, true, HexFormat.of().withUpperCase());
    }

    private static String encoded(String text, String kept, boolean keepsEscapes, HexFormat hex) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xff);
            if (letter < 128 && Character.isLetterOrDigit(letter) || kept.indexOf(letter) >= 0) {
                encoded.append(letter);
            } else {
                encoded.append(keepsEscapes && letter == '%' ? "%" : "%" + hex.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
