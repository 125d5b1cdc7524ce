package app.lookback.query.sharing;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text set in lines. Sizes are in pixels. */
record Lines(List<TextLayout> lines, float size) {

    private static final FontRenderContext PRECISELY = new FontRenderContext(null, true, true);
    private static final float LEADING = 1.18f;
    private static final int STEP = 4;

    /** As large as it may be with all of it in its place; cut at the end where even the smallest size is too large. */
    static Lines fitted(Face face, String text, Locale language, Room room) {
        for (int size = room.largest(); size > room.smallest(); size -= STEP) {
            var lines = broken(face, text, language, room.width(), size, true);
            if (lines.size() * size * LEADING <= room.height() && !lines.isEmpty()) {
                return new Lines(balanced(face, text, language, room.width(), size, lines), size);
            }
        }
        return cut(face, text, language, room);
    }

    /** One line, cut where it is too long. */
    static Lines one(Face face, String text, Locale language, float width, int size) {
        return cut(face, text, language, new Room(width, size * LEADING, size, size));
    }

    private static Lines cut(Face face, String text, Locale language, Room room) {
        int most = (int) Math.max(1, room.height() / (room.smallest() * LEADING));
        var lines = broken(face, text, language, room.width(), room.smallest(), false);
        if (lines.size() <= most) {
            return new Lines(lines, room.smallest());
        }
        int kept = lines.stream()
                .limit(most)
                .mapToInt(TextLayout::getCharacterCount)
                .sum();
        while (lines.size() > most && kept > 0) {
            kept = text.offsetByCodePoints(0, text.codePointCount(0, Math.min(kept, text.length())) - 1);
            lines = broken(face, text.substring(0, kept).strip() + "…", language, room.width(), room.smallest(), false);
        }
        return new Lines(lines, room.smallest());
    }

    /** In as many lines, with the last one not left alone. */
    private static List<TextLayout> balanced(
            Face face, String text, Locale language, float width, int size, List<TextLayout> lines) {
        var best = lines;
        for (float narrower = width - 20; narrower > width / 2; narrower -= 20) {
            var tried = broken(face, text, language, narrower, size, true);
            if (tried.size() != lines.size()) {
                return best;
            }
            best = tried;
        }
        return best;
    }

    /** None where a word is wider than a line and shall be {@code whole}. */
    private static List<TextLayout> broken(
            Face face, String text, Locale language, float width, int size, boolean whole) {
        return face.set(text, size)
                .map(set -> broken(set, language, width, whole))
                .orElse(List.of());
    }

    private static List<TextLayout> broken(AttributedString set, Locale language, float width, boolean whole) {
        var letters = set.getIterator();
        var measurer = new LineBreakMeasurer(letters, BreakIterator.getLineInstance(language), PRECISELY);
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < letters.getEndIndex()) {
            var line = measurer.nextLayout(width, letters.getEndIndex(), whole);
            if (line == null) {
                return List.of();
            }
            lines.add(line);
        }
        return lines;
    }

    float height() {
        return lines.size() * size * LEADING;
    }

    float width() {
        return (float) lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
    }

    /** From {@code top} down, at the left of the room or, as those write who begin there, at its right. */
    void draw(Graphics2D on, float left, float width, float top, boolean fromTheRight) {
        float baseline = top + size * 0.95f;
        for (var line : lines) {
            line.draw(on, fromTheRight ? left + width - line.getAdvance() : left, baseline);
            baseline += size * LEADING;
        }
    }

    /** What there is room for: pixels, and the sizes of letters. */
    record Room(float width, float height, int largest, int smallest) {}
}
