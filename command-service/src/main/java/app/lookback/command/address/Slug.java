package app.lookback.command.address;

import app.lookback.command.platform.Body;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The last part of a post's path: 1 to 100 letters, digits, {@code -}, {@code _} and {@code .}, in lower case. */
public record Slug(String text) {

    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,99}");
    private static final Pattern PATH = Pattern.compile("/posts/([^/]+)/?");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[-._]+$");

    /** The slug nearest to a title or a file's name, or {@code otherwise} where they hold no letter and no digit. */
    public static Slug near(String words, String otherwise) {
        var dashed = NEITHER_LETTER_NOR_DIGIT.matcher(normal(words)).replaceAll("-");
        var slug = EDGES.matcher(dashed).replaceAll("");
        return new Slug(slug.isEmpty() ? otherwise : shortened(slug, LONGEST));
    }

    /** The slug in a path that a person chose, as {@code /posts/look-back/}. */
    public static Slug ofPath(String path) {
        var parts = PATH.matcher(normal(path));
        if (!parts.matches() || !FORM.matcher(parts.group(1)).matches()) {
            throw new Body.Malformed("A path is /posts/<slug>/ with 1 to 100 letters, digits, -, _ or . as its slug, "
                    + "beginning with a letter or digit.");
        }
        return new Slug(parts.group(1));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String slug, int bound) {
        if (slug.length() <= bound) {
            return slug;
        }
        int end = Character.isHighSurrogate(slug.charAt(bound - 1)) ? bound - 1 : bound;
        return slug.substring(0, end);
    }

    public String path() {
        return "/posts/" + text + "/";
    }

    /** This path, then the same with -2, -3 and so on. */
    public Stream<String> pathsLikeThis() {
        return Stream.concat(
                Stream.of(path()),
                IntStream.iterate(2, number -> number + 1)
                        .mapToObj(number -> numbered("-" + number).path()));
    }

    private Slug numbered(String suffix) {
        return new Slug(shortened(text, LONGEST - suffix.length()) + suffix);
    }
}
