package app.lookback.query.edition;

import app.lookback.contract.Update;
import app.lookback.query.edition.Editions.Made;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Licence;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What an article says of itself to machines: schema.org's BlogPosting as JSON-LD. Its addresses are absolute. */
final class StructuredData {

    private static final int LONGEST_HEADLINE = 110;

    private StructuredData() {}

    static String of(Edition edition, List<Made> all, Shared shared, Blog blog, Origin from) {
        var card = edition.card();
        var said = new LinkedHashMap<String, Object>();
        said.put("@context", "https://schema.org");
        said.put("@type", "BlogPosting");
        said.put("headline", shortened(card.title()));
        said.put("inLanguage", card.language());
        said.put("url", shared.here());
        said.put("mainEntityOfPage", Map.of("@type", "WebPage", "@id", shared.here()));
        said.put("datePublished", card.date());
        said.put("dateModified", edition.at().toString());
        said.put("version", edition.edition());
        said.put("author", authors(card, shared));
        said.put("publisher", Map.of("@type", "Organization", "name", blog.title(), "url", from.to("/")));
        said.put("timeRequired", Duration.ofMinutes(card.minutes()).toString());
        put(said, "description", card.summary());
        put(said, "keywords", card.tags());
        put(said, "image", images(card, shared, from));
        put(said, "license", licence(card, blog));
        put(said, "correction", corrections(edition, all));
        return json(said);
    }

    private static void put(Map<String, Object> said, String name, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            said.put(name, value);
        }
    }

    private static List<Map<String, String>> authors(Card card, Shared shared) {
        var terms = card.authorTerms();
        return IntStream.range(0, terms.size())
                .mapToObj(at -> Map.of(
                        "@type", "Person",
                        "name", terms.get(at).name(),
                        "url", shared.authors().get(at)))
                .toList();
    }

    private static List<String> images(Card card, Shared shared, Origin from) {
        var cover = card.cover() == null ? null : from.to(card.cover());
        var picture = shared.picture() == null ? null : shared.picture().address();
        return Stream.of(cover, picture).filter(Objects::nonNull).distinct().toList();
    }

    private static String licence(Card card, Blog blog) {
        var licence = card.licence() == null ? blog.licence() : Licence.of(card.licence());
        return licence == null ? "" : Objects.requireNonNullElse(licence.address(), licence.name());
    }

    private static List<Map<String, String>> corrections(Edition edition, List<Made> all) {
        return all.stream()
                .filter(made -> made.edition() <= edition.edition() && isCorrected(made))
                .map(made -> Map.of(
                        "@type", "CorrectionComment",
                        "text", said(Objects.requireNonNull(made.update())),
                        "datePublished", made.at().toString()))
                .toList();
    }

    private static boolean isCorrected(Made made) {
        return made.update() != null
                && (made.update().kind() == Update.Kind.CORRECTION
                        || made.update().kind() == Update.Kind.RETRACTION);
    }

    private static String said(Update update) {
        var retracted = update.kind() == Update.Kind.RETRACTION;
        return !update.note().isEmpty() ? update.note() : retracted ? "Retracted." : "Corrected.";
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
