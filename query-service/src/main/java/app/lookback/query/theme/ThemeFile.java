package app.lookback.query.theme;

import app.lookback.query.platform.Hash;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A file of the theme that readers' browsers may ask for; {@code path} is as in its folder. */
record ThemeFile(String path, String type, byte[] bytes, String hash) {

    /** Nothing that runs: the site's pages have one script, and it is not a theme's. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("avif", "image/avif"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("gif", "image/gif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("otf", "font/otf"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ttf", "font/ttf"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"));

    static Optional<String> type(String path) {
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending));
    }

    static ThemeFile of(String path, String type, byte[] bytes) {
        return new ThemeFile(path, type, bytes, Hash.sha256(bytes));
    }
}
