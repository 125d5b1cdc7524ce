package app.lookback.query.rendering.template;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions that are understood, each under all its names. */
final class Functions {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            entry("absURL", "urls.AbsURL absLangURL urls.AbsLangURL relURL urls.RelURL relLangURL urls.RelLangURL"),
            entry("add", "math.Add"),
            entry("after", "collections.After"),
            entry("anchorize", "urls.Anchorize"),
            entry("chomp", "strings.Chomp"),
            entry("cond", "compare.Conditional"),
            entry("countrunes", "strings.CountRunes"),
            entry("countwords", "strings.CountWords"),
            entry("default", "compare.Default"),
            entry("delimit", "collections.Delimit"),
            entry("dict", "collections.Dictionary"),
            entry("div", "math.Div"),
            entry("eq", "compare.Eq"),
            entry("errorf", "fmt.Errorf erroridf fmt.Erroridf"),
            entry("first", "collections.First"),
            entry("float", "cast.ToFloat"),
            entry("ge", "compare.Ge"),
            entry("gt", "compare.Gt"),
            entry("hasPrefix", "strings.HasPrefix"),
            entry("hasSuffix", "strings.HasSuffix"),
            entry("highlight", "transform.Highlight"),
            entry("htmlEscape", "transform.HTMLEscape"),
            entry("htmlUnescape", "transform.HTMLUnescape"),
            entry("humanize", "inflect.Humanize"),
            entry("in", "collections.In"),
            entry("index", "collections.Index"),
            entry("int", "cast.ToInt"),
            entry("isset", "collections.IsSet"),
            entry("last", "collections.Last"),
            entry("le", "compare.Le"),
            entry("lower", "strings.ToLower"),
            entry("lt", "compare.Lt"),
            entry("markdownify", "transform.Markdownify"),
            entry("md5", "crypto.MD5"),
            entry("mod", "math.Mod"),
            entry("mul", "math.Mul"),
            entry("ne", "compare.Ne"),
            entry("plainify", "transform.Plainify"),
            entry("print", "fmt.Print"),
            entry("printf", "fmt.Printf"),
            entry("println", "fmt.Println"),
            entry("replace", "strings.Replace"),
            entry("safeCSS", "safe.CSS safeJS safe.JS safeJSStr safe.JSStr"),
            entry("safeHTML", "safe.HTML"),
            entry("safeHTMLAttr", "safe.HTMLAttr"),
            entry("safeURL", "safe.URL"),
            entry("seq", "collections.Seq"),
            entry("sha1", "crypto.SHA1"),
            entry("sha256", "crypto.SHA256"),
            entry("slice", "collections.Slice"),
            entry("slicestr", "strings.SliceString"),
            entry("split", "strings.Split"),
            entry("string", "cast.ToString"),
            entry("sub", "math.Sub"),
            entry("substr", "strings.Substr"),
            entry("title", "strings.Title"),
            entry("trim", "strings.Trim"),
            entry("upper", "strings.ToUpper"),
            entry("urlize", "urls.URLize"),
            entry("warnf", "fmt.Warnf"));
    private static final Map<String, Function> ALL = all();

    private Functions() {}

    private static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.putAll(OfTexts.ALL);
        all.putAll(OfLists.ALL);
        all.putAll(OfNumbers.ALL);
        all.putAll(OfPages.ALL);
        new HashMap<>(all).forEach((name, function) -> {
            for (var other : ALIASES.getOrDefault(name, "").split(" ")) {
                all.put(other, function);
            }
        });
        all.remove("");
        return Map.copyOf(all);
    }

    static boolean know(String name) {
        return ALL.containsKey(name);
    }

    /** @throws NotUnderstood where there are too few arguments or too many */
    static void check(String name, int arguments) {
        var function = function(name);
        if (arguments < function.fewest() || function.most() != Function.ANY && arguments > function.most()) {
            throw new NotUnderstood("'" + name + "' has " + arguments + " values, which are "
                    + (arguments < function.fewest() ? "too few" : "too many"));
        }
    }

    static @Nullable Object value(String name, List<@Nullable Object> arguments, Call call, Budget budget) {
        var value = function(name).body().of(arguments, call, budget);
        if (Values.isText(value)) {
            budget.held(Values.text(value));
        } else if (value instanceof List || value instanceof Map) {
            budget.held(value);
        }
        return value;
    }

    private static Function function(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    static @Nullable Object only(String name, List<@Nullable Object> arguments) {
        if (arguments.size() != 1) {
            throw new NotUnderstood("'." + name + "' has " + arguments.size() + " values instead of one");
        }
        return arguments.get(0);
    }

    static void none(String name, List<@Nullable Object> arguments) {
        if (!arguments.isEmpty()) {
            throw new NotUnderstood("'." + name + "' has values, of which it takes none");
        }
    }
}
