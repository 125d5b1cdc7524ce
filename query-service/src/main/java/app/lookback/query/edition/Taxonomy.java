package app.lookback.query.edition;

import java.util.List;
import java.util.Locale;

/**
 * By what posts are found together.
 *
 * @param part the first part of its addresses; front matter names its terms by the same word
 */
public record Taxonomy(String part) {

    public static final Taxonomy TAGS = new Taxonomy("tags");
    static final Taxonomy CATEGORIES = new Taxonomy("categories");
    static final Taxonomy SERIES = new Taxonomy("series");
    public static final Taxonomy AUTHORS = new Taxonomy("authors");

    /** Those that every blog has. */
    public static final List<Taxonomy> OF_ALL = List.of(TAGS, CATEGORIES, SERIES, AUTHORS);

    public String path() {
        return "/" + part + "/";
    }

    public String title() {
        var first = part.codePointAt(0);
        return (Character.toString(first).toUpperCase(Locale.ROOT) + part.substring(Character.charCount(first)))
                .replaceAll("[-_]+", " ");
    }
}
