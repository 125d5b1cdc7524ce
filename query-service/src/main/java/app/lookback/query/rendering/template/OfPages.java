package app.lookback.query.rendering.template;

import static app.lookback.query.rendering.template.Values.text;
import static java.util.Map.entry;

import app.lookback.hugo.UrlPath;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that make HTML, addresses and names of texts. */
final class OfPages {

    private static final Pattern ELSEWHERE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*", Pattern.DOTALL);

    /** Of one piece of Markdown, in steps. */
    private static final int MARKDOWN = 100;

    static final Map<String, Function> ALL = Map.ofEntries(
            entry("markdownify", Function.of(1, 1, OfPages::markdown)),
            entry("highlight", Function.of(2, 3, OfPages::highlighted)),
            entry("plainify", Function.of(1, 1, (all, call, budget) -> call.plain(text(all.get(0))))),
            entry("anchorize", Function.of(1, 1, (all, call, budget) -> call.anchor(text(all.get(0))))),
            entry("urlize", Function.of(one -> Urls.encoded(UrlPath.of(text(one))))),
            entry("absURL", Function.of(one -> address(text(one)))),
            entry("htmlEscape", Function.of(one -> Output.escaped(text(one)))),
            entry("htmlUnescape", Function.of(one -> Escaping.unescapeHtml(text(one)))),
            entry("safeHTML", marking(Marked.Kind.HTML)),
            entry("safeURL", marking(Marked.Kind.ADDRESS)),
            entry("safeHTMLAttr", marking(Marked.Kind.ATTRIBUTE)),
            entry("safeCSS", marking(Marked.Kind.OTHER)),
            entry("md5", Function.of(one -> digest("MD5", text(one)))),
            entry("sha1", Function.of(one -> digest("SHA-1", text(one)))),
            entry("sha256", Function.of(one -> digest("SHA-256", text(one)))),
            entry("errorf", Function.of(1, Function.ANY, OfPages::refused)),
            entry("warnf", Function.of(1, Function.ANY, (all, call, budget) -> "")));

    private OfPages() {}

    private static Function marking(Marked.Kind kind) {
        return Function.of(one -> new Marked(kind, text(one)));
    }

    private static Object markdown(List<@Nullable Object> all, Call call, Budget budget) {
        budget.step(MARKDOWN);
        return Marked.html(call.markdown(text(all.get(0)), true));
    }

    private static Object highlighted(List<@Nullable Object> all, Call call, Budget budget) {
        budget.step(MARKDOWN);
        return Marked.html(
                call.highlighted(text(all.get(0)), text(all.get(1)), all.size() > 2 ? text(all.get(2)) : ""));
    }

    /** Here every site stands at its root. */
    private static String address(String written) {
        return ELSEWHERE.matcher(written).matches() ? written : "/" + written.replaceFirst("^/+", "");
    }

    private static String digest(String algorithm, String text) {
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object refused(List<@Nullable Object> all, Call call, Budget budget) {
        throw new NotUnderstood("it says: " + Printing.of(all, budget));
    }
}
