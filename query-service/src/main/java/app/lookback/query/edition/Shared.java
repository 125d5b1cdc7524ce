package app.lookback.query.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says of itself where others show a link to it: Open Graph, and what X made of it. Addresses are absolute.
 *
 * @param here where this very page is
 * @param newest where the newest edition is
 */
record Shared(
        String here,
        String newest,
        String locale,
        String modified,
        List<String> authors,
        List<String> tags,
        @Nullable Picture picture) {

    /** Only what we drew ourselves has a size that is known. */
    record Picture(String address, boolean drawn) {}

    /** Where most who write a language are: Open Graph knows no language without its country. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("ar", "AR"),
            Map.entry("cs", "CZ"),
            Map.entry("da", "DK"),
            Map.entry("el", "GR"),
            Map.entry("en", "US"),
            Map.entry("fa", "IR"),
            Map.entry("he", "IL"),
            Map.entry("hi", "IN"),
            Map.entry("ja", "JP"),
            Map.entry("ko", "KR"),
            Map.entry("nb", "NO"),
            Map.entry("sv", "SE"),
            Map.entry("uk", "UA"),
            Map.entry("vi", "VN"),
            Map.entry("zh", "CN"));

    static Shared of(Edition edition, boolean numbered, Origin from) {
        var newest = from.to(edition.path());
        return new Shared(
                numbered ? from.to(edition.address()) : newest,
                newest,
                locale(edition.card().language()),
                edition.at().toString(),
                edition.card().authorTerms().stream()
                        .map(author -> from.site() + author.path())
                        .toList(),
                edition.card().tags(),
                picture(edition, from));
    }

    private static @Nullable Picture picture(Edition edition, Origin from) {
        var cover = edition.card().cover();
        return from.drawsCards()
                ? new Picture(from.to(edition.cardAddress()), true)
                : cover == null ? null : new Picture(from.to(cover), false);
    }

    private static String locale(String language) {
        var said = Locale.forLanguageTag(language);
        var country = said.getCountry().isEmpty()
                ? COUNTRIES.getOrDefault(said.getLanguage(), said.getLanguage().toUpperCase(Locale.ROOT))
                : said.getCountry();
        return said.getLanguage() + "_" + country;
    }
}
