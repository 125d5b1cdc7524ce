package app.lookback.query.sharing;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The fonts of this machine that have letters. Where Java finds none at all, there are none. */
final class Fonts {

    /** What Java has a name for without having letters for it. */
    private static final Set<String> LOGICAL = Set.of("Dialog", "DialogInput", "Monospaced", "SansSerif", "Serif");

    private final List<String> families;

    /** Of each block of characters that no preferred font had, which one has it. */
    private final Map<Character.UnicodeBlock, Optional<Font>> elsewhere = new ConcurrentHashMap<>();

    private Fonts(List<String> families) {
        this.families = families;
    }

    static Fonts installed() {
        try {
            var all = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT);
            return new Fonts(Arrays.stream(all)
                    .filter(family -> !LOGICAL.contains(family) && !family.contains("Emoji"))
                    .toList());
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            return new Fonts(List.of());
        }
    }

    boolean areThere() {
        return !families.isEmpty();
    }

    /** Those of these families that are here, in this order. */
    List<Font> of(List<String> wanted, int style) {
        return wanted.stream()
                .filter(families::contains)
                .map(family -> new Font(family, style, 1))
                .toList();
    }

    /** Whichever font has this character. */
    Optional<Font> having(int point) {
        var block = Character.UnicodeBlock.of(point);
        return block == null
                ? Optional.empty()
                : elsewhere.computeIfAbsent(block, any -> search(point)).filter(font -> font.canDisplay(point));
    }

    private Optional<Font> search(int point) {
        return families.stream()
                .map(family -> new Font(family, Font.PLAIN, 1))
                .filter(font -> font.canDisplay(point))
                .findFirst();
    }
}
