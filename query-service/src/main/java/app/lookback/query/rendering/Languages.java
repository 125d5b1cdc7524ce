package app.lookback.query.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The languages, by their names and by the ends of their files, whose code Hugo highlights; other code is left as it is. */
final class Languages {

    private static final Set<String> KNOWN = known();

    private Languages() {}

    static boolean know(String language) {
        var name = language.toLowerCase(Locale.ROOT);
        return KNOWN.contains(name)
                || KNOWN.contains(name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'))));
    }

    private static Set<String> known() {
        try (var list = Objects.requireNonNull(Languages.class.getResourceAsStream("languages.txt"))) {
            return Set.of(new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
