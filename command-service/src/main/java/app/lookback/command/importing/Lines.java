package app.lookback.command.importing;

import app.lookback.text.ChangeSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What was done to a text, found by comparing its lines, and then the letters of lines that differ. */
final class Lines {

    private Lines() {}

    /** The edit that makes {@code after} of {@code before}. */
    static ChangeSet changed(String before, String after) {
        var oldLines = starts(before);
        var newLines = starts(after);
        var edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(before), raw(after));
        var changes = ChangeSet.empty(before.length());
        for (int at = edits.size() - 1; at >= 0; at--) {
            changes = changes.compose(hunk(changes.newLength(), before, after, edits.get(at), oldLines, newLines));
        }
        return changes;
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where each line begins; behind them, where the text ends. */
    private static List<Integer> starts(String text) {
        var starts = new ArrayList<Integer>();
        for (int at = 0; at < text.length(); at = next(text, at)) {
            starts.add(at);
        }
        starts.add(text.length());
        return starts;
    }

    private static int next(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** From the last hunk to the first, so that positions before it are still those of the old text. */
    private static ChangeSet hunk(
            int length, String before, String after, Edit edit, List<Integer> oldLines, List<Integer> newLines) {
        int from = oldLines.get(edit.getBeginA());
        int to = oldLines.get(edit.getEndA());
        int newFrom = newLines.get(edit.getBeginB());
        int newTo = newLines.get(edit.getEndB());
        while (from < to && newFrom < newTo && before.charAt(from) == after.charAt(newFrom)) {
            from++;
            newFrom++;
        }
        while (from < to && newFrom < newTo && before.charAt(to - 1) == after.charAt(newTo - 1)) {
            to--;
            newTo--;
        }
        if (splitsAPair(before, from) || splitsAPair(after, newFrom)) {
            from--;
            newFrom--;
        }
        if (splitsAPair(before, to) || splitsAPair(after, newTo)) {
            to++;
            newTo++;
        }
        return ChangeSet.replace(length, from, to, after.substring(newFrom, newTo));
    }

    private static boolean splitsAPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
