package app.lookback.query.platform;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is compared where people search. */
public final class Plain {

    private Plain() {}

    /** Full and half width, ligatures, accents and case are one: "ｶﾒﾗ" finds カメラ, "cafe" finds Café. */
    public static String text(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return Normalizer.normalize(apart.replaceAll("[\\u0300-\\u036f]", ""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }
}
