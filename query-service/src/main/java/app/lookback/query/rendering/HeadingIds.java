package app.lookback.query.rendering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Ids of headings as Hugo gives them: from the raw text, letters and digits of every script kept, doubles numbered. */
final class HeadingIds {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    void take(String id) {
        taken.add(id);
    }

    String of(String rawText) {
        var plain = anchor(rawText.strip());
        var base = plain.isEmpty() ? "heading" : plain;
        if (taken.add(base)) {
            return base;
        }
        var number = last.getOrDefault(base, 0) + 1;
        while (!taken.add(base + "-" + number)) {
            number++;
        }
        last.put(base, number);
        return base + "-" + number;
    }

    static String anchor(String text) {
        var anchor = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == ' ' || character == '-') {
                anchor.append('-');
            } else if (character == '_' || Character.isLetter(character) || Character.isDigit(character)) {
                anchor.appendCodePoint(Character.toLowerCase(character));
            }
        });
        return anchor.toString();
    }
}
