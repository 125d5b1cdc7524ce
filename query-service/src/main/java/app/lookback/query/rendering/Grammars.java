package app.lookback.query.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.jspecify.annotations.Nullable;

/** Which grammar reads code, by the names that Hugo knows languages by. */
final class Grammars {

    private static final Map<String, String> BY_LANGUAGE = byLanguage();
    private static final Set<String> LOADED = ConcurrentHashMap.newKeySet();

    private Grammars() {}

    static Set<String> languages() {
        return BY_LANGUAGE.keySet();
    }

    static boolean know(String language) {
        return BY_LANGUAGE.containsKey(language.toLowerCase(Locale.ROOT));
    }

    /** For one piece of code; null where none reads it. */
    static @Nullable TokenMaker of(String language) {
        var grammar = BY_LANGUAGE.get(language.toLowerCase(Locale.ROOT));
        if (grammar == null) {
            return null;
        }
        if (!LOADED.contains(grammar)) {
            load(grammar);
        }
        return made(grammar);
    }

    /** On a stack of its own: a class that is loaded where the stack is used up is lost for good. */
    private static void load(String grammar) {
        CompletableFuture.runAsync(() -> made(grammar), task -> new Thread(task, "grammars").start())
                .join();
        LOADED.add(grammar);
    }

    private static TokenMaker made(String grammar) {
        return TokenMakerFactory.getDefaultInstance().getTokenMaker(grammar);
    }

    private static Map<String, String> byLanguage() {
        var grammars = new HashMap<String, String>();
        try (var list = Objects.requireNonNull(Grammars.class.getResourceAsStream("colours.txt"))) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var words = line.split(" ");
                Arrays.stream(words).skip(1).forEach(language -> grammars.put(language, "text/" + words[0]));
            });
            return Map.copyOf(grammars);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
