package app.lookback.query.edition;

import app.lookback.hugo.UrlPath;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** A tag, category, series or author: its name, and where its posts are listed. */
public record Term(Taxonomy taxonomy, String name) {

    /** No address can have them, or several would be one. */
    private static final Pattern REMOVED = Pattern.compile("[%\\\\]|^/+|/+$|/+(?=/)");

    private static final Pattern NOWHERE = Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)");

    static List<Term> all(Taxonomy taxonomy, List<String> names) {
        return names.stream()
                .map(name -> new Term(taxonomy, name.strip()))
                .filter(Predicate.not(term -> term.slug().isEmpty()))
                .toList();
    }

    /** As Hugo makes it: {@code Buster Keaton} is at {@code buster-keaton}, 映画 stays what it is. */
    public String slug() {
        var path = UrlPath.of(Normalizer.normalize(name, Normalizer.Form.NFC));
        var slug = REMOVED.matcher(path).replaceAll("");
        return NOWHERE.matcher(slug).matches() ? "" : slug;
    }

    /** What is stored to find its posts by. */
    String key() {
        return key(taxonomy, slug());
    }

    static String key(Taxonomy taxonomy, String slug) {
        return taxonomy.part() + "/" + slug;
    }

    public String path() {
        return "/" + taxonomy.part() + "/" + UriUtils.encodePath(slug(), StandardCharsets.UTF_8) + "/";
    }
}
