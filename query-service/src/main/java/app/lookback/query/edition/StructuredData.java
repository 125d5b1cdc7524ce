package app.lookback.query.edition;

import app.lookback.contract.Update;
import app.lookback.query.edition.Editions.Made;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an article says of itself to machines: schema.org's BlogPosting as JSON-LD. */
final class StructuredData {

    private static final int LONGEST_HEADLINE = 110;

    private StructuredData() {}

    static String of(Edition edition, List<Made> all) {
        var card = edition.card();
        var said = new LinkedHashMap<String, Object>();
        said.put("@context", "https://schema.org");
        said.put("@type", "BlogPosting");
        said.put("headline", shortened(card.title()));
        said.put("inLanguage", card.language());
        said.put("url", edition.path());
        said.put("datePublished", card.date());
        said.put("dateModified", edition.at().toString());
        said.put("version", edition.edition());
        said.put(
                "author",
                card.authors().stream()
                        .map(name -> Map.of("@type", "Person", "name", name))
                        .toList());
        if (!card.summary().isEmpty()) {
            said.put("description", card.summary());
        }
        if (!card.tags().isEmpty()) {
            said.put("keywords", card.tags());
        }
        if (card.cover() != null) {
            said.put("image", card.cover());
        }
        var corrections = corrections(edition, all);
        if (!corrections.isEmpty()) {
            said.put("correction", corrections);
        }
        return json(said);
    }

    private static List<Map<String, String>> corrections(Edition edition, List<Made> all) {
        return all.stream()
                .filter(made -> made.edition() <= edition.edition()
                        && made.update() != null
                        && (made.update().kind() == Update.Kind.CORRECTION
                                || made.update().kind() == Update.Kind.RETRACTION))
                .map(made -> Map.of(
                        "@type",
                        "CorrectionComment",
                        "text",
                        made.update().note().isEmpty()
                                ? made.update().kind() == Update.Kind.RETRACTION ? "Retracted." : "Corrected."
                                : made.update().note(),
                        "datePublished",
                        made.at().toString()))
                .toList();
    }

    private static String shortened(String title) {
        var points = title.codePoints().limit(LONGEST_HEADLINE).toArray();
        return new String(points, 0, points.length);
    }

    /** Nothing in it ends the element in which it stands. */
    private static String json(Map<String, Object> said) {
        return JsonMapper.shared()
                .writeValueAsString(said)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
