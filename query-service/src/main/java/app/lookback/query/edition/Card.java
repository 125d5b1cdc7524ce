package app.lookback.query.edition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists and feeds show of a post, as an edition has it.
 *
 * @param date an ISO 8601 day
 * @param names what may be terms of other taxonomies, by the taxonomy's part of addresses
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
        Map<String, List<String>> names,
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

    /** All that the post may be found by. */
    List<Term> terms() {
        return Stream.concat(
                        Taxonomy.OF_ALL.stream(),
                        names.keySet().stream().sorted().map(Taxonomy::new))
                .distinct()
                .flatMap(taxonomy -> terms(taxonomy).stream())
                .toList();
    }

    /** Its terms in this taxonomy. Whoever wrote it is an author, and so is whom its front matter calls one. */
    public List<Term> terms(Taxonomy taxonomy) {
        var others = names.getOrDefault(taxonomy.part(), List.of());
        return Term.all(
                taxonomy,
                switch (taxonomy.part()) {
                    case "tags" -> tags;
                    case "categories" -> categories;
                    case "series" -> series;
                    case "authors" ->
                        Stream.concat(authors.stream(), others.stream()).toList();
                    default -> others;
                });
    }

    /** The term at this address of the taxonomy, by which the post was found. */
    public Term term(Taxonomy taxonomy, String slug) {
        return terms(taxonomy).stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    public List<Term> tagTerms() {
        return terms(Taxonomy.TAGS);
    }

    public List<Term> seriesTerms() {
        return terms(Taxonomy.SERIES);
    }

    public List<Term> authorTerms() {
        return Term.all(Taxonomy.AUTHORS, authors);
    }
}
