package app.lookback.query.rendering;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.regex.Pattern;

/** What a page says first, as text: before the divider if there is one, otherwise its first words, as in Hugo. */
final class Summary {

    static final String DIVIDER = "<!--more-->";

    private static final int WORDS = 70;

    /** Units, also where words are not parted by spaces. */
    private static final int LONGEST = 500;

    /** What a formula keeps beside its own text. */
    private static final Pattern TEX = Pattern.compile("<annotation [^<>]*>[^<>]*</annotation>");

    /** Where a word ends although no space stands there. */
    private static final Pattern END =
            Pattern.compile("</(?:p|h[1-6]|li|t[dhr]|d[td]|div|pre|blockquote|figcaption|summary)>|<br[^<>]*>");

    private Summary() {}

    static String of(String html, boolean divided) {
        var parted = END.matcher(TEX.matcher(html).replaceAll("")).replaceAll(" ");
        var text = Escaping.unescapeHtml(Html.withoutTags(parted)).strip().replaceAll("\\s+", " ");
        var end = divided ? text.length() : endOfWords(text);
        return end < text.length() || end > LONGEST ? shortened(text, Math.min(end, LONGEST)) : text;
    }

    private static int endOfWords(String text) {
        var end = -1;
        for (var word = 0; word < WORDS; word++) {
            end = text.indexOf(' ', end + 1);
            if (end < 0) {
                return text.length();
            }
        }
        return end;
    }

    private static String shortened(String text, int end) {
        var whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, whole) + "…";
    }
}
