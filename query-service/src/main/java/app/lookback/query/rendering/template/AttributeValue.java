package app.lookback.query.rendering.template;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value becomes within an attribute: an address where one stands, nothing where only scripts and styles do. */
final class AttributeValue {

    private static final Set<String> ADDRESSES = Set.of(
            "action",
            "archive",
            "background",
            "cite",
            "classid",
            "codebase",
            "data",
            "formaction",
            "href",
            "icon",
            "longdesc",
            "manifest",
            "poster",
            "profile",
            "src",
            "usemap",
            "xmlns");
    private static final Pattern OTHER_ADDRESSES = Pattern.compile(".*(?:src|uri|url).*");
    private static final Pattern TAG = Pattern.compile("<[^>]*+>?+");
    private static final Pattern UNQUOTED = Pattern.compile("[\\s=`]");

    private AttributeValue() {}

    /**
     * @param before what stands in the attribute already
     * @param quote around it, or 0
     */
    static String of(String attribute, CharSequence before, char quote, @Nullable Object shown) {
        var name = attribute.replaceFirst("^data-", "");
        if (name.startsWith("on") || name.equals("style")) {
            return "";
        }
        var isAddress =
                ADDRESSES.contains(name) || OTHER_ADDRESSES.matcher(name).matches();
        var text = isAddress ? address(before.toString(), shown) : Values.text(shown);
        var plain = Marked.is(shown, Marked.Kind.HTML) ? TAG.matcher(text).replaceAll("") : text;
        var safe = Output.escaped(plain);
        return quote != 0
                ? safe
                : UNQUOTED.matcher(safe)
                        .replaceAll(unit -> "&#" + (int) unit.group().charAt(0) + ";");
    }

    private static String address(String before, @Nullable Object shown) {
        var text = Values.text(shown);
        var isMarked = Marked.is(shown, Marked.Kind.ADDRESS);
        if (before.contains("?") || before.contains("#")) {
            return isMarked ? Urls.normalized(text) : Urls.value(text);
        }
        return before.isBlank() && !isMarked && !Urls.isSafe(text) ? Urls.REFUSED : Urls.normalized(text);
    }
}
