package app.lookback.query.rendering;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of other posts from the paths of their files, each looked up once while a source is rendered. */
final class PathLinks {

    /** Files beyond these are not looked up. */
    private static final int MOST = 500;

    private static final Pattern BUNDLE = Pattern.compile("(?:^|/)_?index(?:\\.[a-z-]{2,10})?(?:\\.md)?$");
    private static final Pattern ENDING = Pattern.compile("(?:\\.[a-z]{2}(?:-[a-z]{2,8})?)?\\.md$");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]{1,20}:.*");

    private final Posts posts;
    private final Map<String, Optional<String>> known = new HashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();

    PathLinks(Posts posts) {
        this.posts = posts;
    }

    static boolean isOne(Shortcode shortcode) {
        return shortcode.name().equals("ref") || shortcode.name().equals("relref");
    }

    /** Null where no post is; then its source is one of the {@link #broken()}. */
    @Nullable
    String of(Shortcode shortcode) {
        var path = shortcode.value("path", 0).strip();
        if (path.startsWith("#") || ELSEWHERE.matcher(path).matches()) {
            return path;
        }
        var hash = path.indexOf('#');
        var page = page(hash < 0 ? path : path.substring(0, hash));
        if (page == null) {
            broken.add(shortcode.source());
        }
        return page == null ? null : page + (hash < 0 ? "" : path.substring(hash));
    }

    /** The shortcodes that lead nowhere, as written. */
    Set<String> broken() {
        return broken;
    }

    private @Nullable String page(String path) {
        var small = path.toLowerCase(Locale.ROOT).replace(' ', '-');
        var file = ENDING.matcher(BUNDLE.matcher(small).replaceFirst(""))
                .replaceFirst("")
                .replaceAll("^\\./+|/+$", "");
        if (file.isEmpty()) {
            return small.isEmpty() ? null : "/";
        }
        if (!known.containsKey(file) && known.size() >= MOST) {
            return null;
        }
        return known.computeIfAbsent(file, this::asked).orElse(null);
    }

    private Optional<String> asked(String file) {
        try {
            return Optional.ofNullable(posts.address(file));
        } catch (RuntimeException noAnswer) {
            throw new Unanswered(noAnswer);
        }
    }

    /** The library could not be asked, so there is no page; a broken link would say what is not known. */
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unanswered(RuntimeException cause) {
            super(cause);
        }
    }
}
