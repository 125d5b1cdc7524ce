package app.lookback.command.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a post's path: 1 to 100 letters, digits, {@code -}, {@code _} and {@code .}, in lower case but for the names of files. */
public record Slug(String text) {

    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,99}");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[-._]+$");

    /** The slug nearest to a title or a file's name, or {@code otherwise} where they hold no letter and no digit. */
    public static Slug near(String words, String otherwise) {
        return nearAsWritten(words.toLowerCase(Locale.ROOT), otherwise);
    }

    /** The same in the letters' own case, for the name of a file, which texts already name so. */
    public static Slug nearAsWritten(String words, String otherwise) {
        var composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        var dashed = NEITHER_LETTER_NOR_DIGIT.matcher(composed).replaceAll("-");
        var slug = EDGES.matcher(dashed).replaceAll("");
        return new Slug(slug.isEmpty() ? otherwise : shortened(slug, LONGEST));
    }

    /** A part of a path that a person chose; empty where it is none. */
    static Optional<Slug> ofPerson(String part) {
        return Optional.of(normal(part)).filter(FORM.asMatchPredicate()).map(Slug::new);
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

    /** The same with this at its end. */
    Slug with(String suffix) {
        return new Slug(shortened(text, LONGEST - suffix.length()) + suffix);
    }
}
