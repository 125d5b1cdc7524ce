package app.lookback.query.rendering;

import org.jspecify.annotations.Nullable;

/** Where the posts of the site are, for links to their files. */
@FunctionalInterface
public interface Posts {

    /** Without a library to ask: each file's page where Hugo would have it. */
    Posts BY_THEIR_FILES = file -> (file.startsWith("/") ? "" : file.contains("/") ? "/" : "/posts/") + file + "/";

    /**
     * The address of a post, or null if there is none.
     *
     * @param file its path below {@code content/}, with a slash before it or not, or its name alone; without language and
     *     ending, in small letters
     */
    @Nullable
    String address(String file);
}
