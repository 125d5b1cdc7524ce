package app.lookback.query.rendering;

import java.util.Locale;

/** Addresses of other posts from the paths of their files. */
final class PathLinks {

    private PathLinks() {}

    /** A name alone stands beside this post, among the posts. */
    static String of(String path) {
        var hash = path.indexOf('#');
        var file = hash < 0 ? path : path.substring(0, hash);
        var fragment = hash < 0 ? "" : path.substring(hash);
        return file.isEmpty() ? fragment : page(file) + fragment;
    }

    private static String page(String file) {
        var name = file.replaceFirst("(?:^|/)_?index(?:\\.[a-z-]{2,10})?\\.md$", "/")
                .replaceFirst("\\.md$", "");
        var page = name.strip().replace(' ', '-').toLowerCase(Locale.ROOT).replaceAll("^/+|/+$", "");
        if (page.isEmpty()) {
            return "/";
        }
        return (page.contains("/") || file.startsWith("/") ? "/" : "/posts/") + page + "/";
    }
}
