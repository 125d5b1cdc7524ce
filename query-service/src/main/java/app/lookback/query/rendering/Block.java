package app.lookback.query.rendering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A piece of the rendered page: as long as its HTML stays, so does its id.
 *
 * @param id the first 16 hexadecimal digits of the SHA-256 of {@code html}
 * @param line the first line of the source that it renders, from 1
 */
public record Block(String id, int line, String html) {

    static Block of(int line, String html) {
        return new Block(hash(html), line, html);
    }

    private static String hash(String html) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
