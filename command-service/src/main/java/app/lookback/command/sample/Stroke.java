package app.lookback.command.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One edit at the cursor: so many units before it go, so many after it, and this text comes. */
record Stroke(int before, int after, String text) {

    private static final Pattern WORD = Pattern.compile("\\s*\\S+\\s*|\\s+");
    private static final Pattern LAST_WORD = Pattern.compile(" ?\\S+\\s*\\z");

    /** Types word by word, apart from what stands before. */
    static List<Stroke> writing(String text, String standsBefore) {
        var strokes = new ArrayList<Stroke>();
        var words = WORD.matcher(needsSpace(text, standsBefore) ? " " + text : text);
        while (words.find()) {
            strokes.add(new Stroke(0, 0, words.group()));
        }
        return strokes;
    }

    private static boolean needsSpace(String text, String standsBefore) {
        return !text.isEmpty()
                && !standsBefore.isEmpty()
                && Character.isLetterOrDigit(text.charAt(0))
                && !Character.isWhitespace(standsBefore.charAt(standsBefore.length() - 1));
    }

    /** Takes back so many words, one by one. */
    static List<Stroke> rethinking(int words, String standsBefore) {
        var strokes = new ArrayList<Stroke>();
        var left = standsBefore;
        for (int word = 0; word < words; word++) {
            var last = LAST_WORD.matcher(left);
            if (last.find()) {
                strokes.add(new Stroke(last.group().length(), 0, ""));
                left = left.substring(0, last.start());
            }
        }
        return strokes;
    }

    static Stroke deleting(String text) {
        return new Stroke(0, text.length(), "");
    }
}
