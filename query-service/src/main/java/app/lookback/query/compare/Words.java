package app.lookback.query.compare;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text in words, and what stands between them. Where no spaces part words, as in Japanese, a change of script does:
 * "流れゆく季節" is 流, れゆく and 季節.
 */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }

    /** How many of these are words, and not what stands between them. */
    static int count(List<String> words) {
        return (int) words.stream().filter(Words::isWord).count();
    }

    static boolean isWord(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static int countIn(String text) {
        return count(of(text));
    }
}
