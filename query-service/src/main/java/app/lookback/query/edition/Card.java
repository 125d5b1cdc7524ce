package app.lookback.query.edition;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists and feeds show of a post, as an edition has it.
 *
 * @param date an ISO 8601 day
 * @param aliases other addresses that lead to it
 * @param minutes that reading it takes
 * @param rating as the front matter gives it
 * @param cover the path of an image of ours
 * @param licence as the front matter says it
 */
public record Card(
        String language,
        String title,
        String summary,
        String date,
        List<String> authors,
        List<String> tags,
        List<String> categories,
        List<String> series,
        List<String> aliases,
        int minutes,
        @Nullable Rating rating,
        @Nullable String cover,
        @Nullable String licence) {

    public String dateInWords() {
        return Day.inWords(date, language);
    }

    public boolean isRightToLeft() {
        return Direction.isRightToLeft(language);
    }

    /** As HTML has it. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    public String year() {
        return date.substring(0, "2026".length());
    }

    /** All that the post is found by. */
    public List<Term> terms() {
        return Stream.of(
                        Term.all(Taxonomy.TAGS, tags),
                        Term.all(Taxonomy.CATEGORIES, categories),
                        Term.all(Taxonomy.SERIES, series),
                        Term.all(Taxonomy.AUTHORS, authors))
                .flatMap(List::stream)
                .toList();
    }

    /** The term at this address of the taxonomy, by which the post was found. */
    public Term term(Taxonomy taxonomy, String slug) {
        return terms().stream()
                .filter(one -> one.taxonomy() == taxonomy && one.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    public List<Term> tagTerms() {
        return Term.all(Taxonomy.TAGS, tags);
    }

    public List<Term> seriesTerms() {
        return Term.all(Taxonomy.SERIES, series);
    }

    public List<Term> authorTerms() {
        return Term.all(Taxonomy.AUTHORS, authors);
    }
}
