package app.lookback.query.edition;

import java.util.regex.Pattern;

/** How long a page takes to read: 220 words a minute, or 500 characters where words are not parted by spaces. */
final class ReadingTime {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern CHARACTER = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final double WORDS = 220;
    private static final double CHARACTERS = 500;

    private ReadingTime() {}

    /** At least one. */
    static int minutes(String html) {
        var text = TAG.matcher(html).replaceAll(" ");
        long characters = CHARACTER.matcher(text).results().count();
        long words =
                WORD.matcher(CHARACTER.matcher(text).replaceAll(" ")).results().count();
        return (int) Math.max(1, Math.round(words / WORDS + characters / CHARACTERS));
    }
}
