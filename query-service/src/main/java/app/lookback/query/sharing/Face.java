package app.lookback.query.sharing;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kind of lettering: each character is in the first font that has it. */
final class Face {

    private static final List<String> SERIF = List.of(
            "Source Serif 4", "Charter", "Noto Serif", "Liberation Serif", "Cambria", "Georgia", "DejaVu Serif");
    private static final List<String> SANS =
            List.of("Inter", "Segoe UI", "Noto Sans", "Liberation Sans", "Helvetica Neue", "Arial", "DejaVu Sans");
    private static final List<String> OTHERS = List.of(
            "Hiragino Mincho ProN",
            "Yu Mincho",
            "Hiragino Sans",
            "Yu Gothic",
            "Noto Naskh Arabic",
            "Noto Sans Arabic",
            "Noto Serif Hebrew",
            "Noto Sans Hebrew",
            "DejaVu Sans");

    /** The same character of Han is written differently by people of different languages. */
    private static final Map<String, String> HAN = Map.of("zh", "SC", "ko", "KR");

    private final Fonts fonts;
    private final List<Font> preferred;
    private final boolean rightToLeft;

    private Face(Fonts fonts, List<Font> preferred, boolean rightToLeft) {
        this.fonts = fonts;
        this.preferred = preferred;
        this.rightToLeft = rightToLeft;
    }

    static Face serif(Fonts fonts, Locale language, boolean rightToLeft) {
        return new Face(fonts, fonts.of(families(SERIF, "Serif", language), Font.BOLD), rightToLeft);
    }

    static Face sans(Fonts fonts, Locale language, boolean rightToLeft) {
        return new Face(fonts, fonts.of(families(SANS, "Sans", language), Font.PLAIN), rightToLeft);
    }

    private static List<String> families(List<String> latin, String kind, Locale language) {
        boolean traditional = language.getScript().equals("Hant")
                || language.getLanguage().equals("zh")
                        && Set.of("TW", "HK", "MO").contains(language.getCountry());
        var han = " CJK " + (traditional ? "TC" : HAN.getOrDefault(language.getLanguage(), "JP"));
        return Stream.of(latin, List.of("Noto " + kind + han, "Noto Sans" + han), OTHERS)
                .flatMap(List::stream)
                .toList();
    }

    /** The text in this size, without what no font of this machine has; nothing where nothing is left. */
    Optional<AttributedString> set(String text, float size) {
        var kept = new StringBuilder();
        var runs = new ArrayList<Font>();
        text.codePoints().forEach(point -> {
            var font = font(point, runs.isEmpty() ? null : runs.get(runs.size() - 1));
            if (font != null) {
                kept.appendCodePoint(point);
                Stream.generate(() -> font).limit(Character.charCount(point)).forEach(runs::add);
            }
        });
        return kept.toString().isBlank() ? Optional.empty() : Optional.of(set(kept.toString(), runs, size));
    }

    private AttributedString set(String text, List<Font> runs, float size) {
        var set = new AttributedString(text);
        set.addAttribute(
                TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        int from = 0;
        for (int to = 1; to <= runs.size(); to++) {
            if (to == runs.size() || !runs.get(to).equals(runs.get(from))) {
                set.addAttribute(TextAttribute.FONT, runs.get(from).deriveFont(size), from, to);
                from = to;
            }
        }
        return set;
    }

    /** A space, or a mark on a letter, stays in the font that it is beside. */
    private @Nullable Font font(int point, @Nullable Font before) {
        boolean staysBeside = Character.isWhitespace(point) || Character.getType(point) == Character.NON_SPACING_MARK;
        if (staysBeside && before != null && before.canDisplay(point)) {
            return before;
        }
        return preferred.stream()
                .filter(font -> font.canDisplay(point))
                .findFirst()
                .or(() -> fonts.having(point))
                .orElse(null);
    }
}
