package app.lookback.hugo;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes and no, in the words that YAML has had for them. */
final class Switches {

    private static final Set<String> ON = Set.of("true", "yes", "on", "y");

    private static final Set<String> OFF = Set.of("false", "no", "off", "n");

    private Switches() {}

    static boolean on(@Nullable String value) {
        return value != null && ON.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    static boolean off(@Nullable String value) {
        return value != null && OFF.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
