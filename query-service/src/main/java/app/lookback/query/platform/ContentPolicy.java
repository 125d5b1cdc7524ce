package app.lookback.query.platform;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a page may load (Content Security Policy, level 3): scripts and styles from our own files only, images from here
 * and from those sites that the administrator names, so that reading tells nobody else.
 */
@Component
public final class ContentPolicy {

    /** The three styles that a table's cell may have, as Hugo writes them: left, center and right. */
    private static final String ALIGNMENTS = "style-src-attr 'unsafe-hashes'"
            + " 'sha256-De7agAeYqm6ANIVvRRW6HFWi52AJW8inhFE0gSdgXnI='"
            + " 'sha256-kFAIUwypIt04FgLyVU63Lcmp2AQimPh/TdYjy04Flxs='"
            + " 'sha256-XzJlZKVo+ff9ozww9Sr2p/2TbJXITZuaWMZ9p53zN1U='; ";

    private static final String REST =
            "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Pattern ORIGIN = Pattern.compile("https://(?:\\*\\.)?[a-z0-9.-]{1,250}(?::[0-9]{1,5})?");
    private static final int MOST = 20;

    private final String imagesFrom;

    ContentPolicy(@Value("${lookback.images-from}") String imagesFrom) {
        var origins = Arrays.stream(imagesFrom.strip().split("[\\s,]+"))
                .filter(origin -> !origin.isEmpty())
                .toList();
        if (origins.size() > MOST
                || !origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            throw new IllegalArgumentException(
                    "LOOKBACK_IMAGES_FROM names at most %d sites, as in \"https://img.example.org https://*.example.com\", not: %s"
                            .formatted(MOST, imagesFrom));
        }
        this.imagesFrom = String.join(" ", origins);
    }

    /** Other sites whose images are shown, parted by spaces. */
    public String imagesFrom() {
        return imagesFrom;
    }

    /** For all pages but the studio's. */
    public String ofReaders() {
        return policy("style-src 'self'; ", "data:");
    }

    /** For the studio, whose editor makes styles of its own under this nonce. */
    public String ofStudio(String nonce) {
        return policy("style-src 'self' 'nonce-%s'; ".formatted(nonce), "data: blob:");
    }

    private String policy(String styles, String images) {
        var from = imagesFrom.isEmpty() ? "" : " " + imagesFrom;
        return "default-src 'none'; script-src 'self'; " + styles + ALIGNMENTS
                + "img-src 'self' %s%s; media-src 'self'%s; ".formatted(images, from, from) + REST;
    }
}
