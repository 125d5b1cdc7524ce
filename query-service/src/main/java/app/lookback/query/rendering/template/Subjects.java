package app.lookback.query.rendering.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a template may ask of its call, of the page, and of tables. */
final class Subjects {

    static final Set<String> OF_CALL =
            Set.of("Get", "Inner", "Params", "IsNamedParams", "Name", "Ordinal", "Parent", "Page", "Position", "Site");
    static final Set<String> OF_PAGE =
            Set.of("Title", "LinkTitle", "Params", "Param", "RenderString", "IsPage", "IsHome", "Kind", "Site");
    static final Set<String> OF_SITE = Set.of("Title", "Params");

    record Page(Call call) {}

    record Site(Call call) {}

    private Subjects() {}

    static @Nullable Object field(@Nullable Object of, String name, List<@Nullable Object> arguments) {
        if (of instanceof Call call) {
            return ofCall(call, name, arguments);
        }
        if (of instanceof Page page) {
            return ofPage(page.call(), name, arguments);
        }
        if (of instanceof Site site) {
            return ofSite(site.call(), name, arguments);
        }
        if (of instanceof Map<?, ?> table && arguments.isEmpty()) {
            return table.containsKey(name) ? table.get(name) : table.get(name.toLowerCase(java.util.Locale.ROOT));
        }
        if (of == null && arguments.isEmpty()) {
            throw new NotUnderstood("'." + name + "' is asked of nothing");
        }
        throw new NotUnderstood("'." + name + "' of " + Values.kind(of) + " is not understood");
    }

    private static @Nullable Object ofCall(Call call, String name, List<@Nullable Object> arguments) {
        if (name.equals("Get")) {
            return got(call, Functions.only(name, arguments));
        }
        Functions.none(name, arguments);
        return switch (name) {
            case "Inner" -> Marked.html(call.inner());
            case "Params" -> call.named().isEmpty() ? call.positional() : call.named();
            case "IsNamedParams" -> !call.named().isEmpty();
            case "Name" -> call.name();
            case "Ordinal" -> call.ordinal();
            case "Parent" -> call.parent();
            case "Page" -> new Page(call);
            case "Site" -> new Site(call);
            case "Position" -> "the post";
            default -> throw new NotUnderstood("'." + name + "' is not understood");
        };
    }

    private static @Nullable Object got(Call call, @Nullable Object key) {
        if (key instanceof Long place) {
            var values = call.positional();
            return values.isEmpty() ? null : place >= 0 && place < values.size() ? values.get(place.intValue()) : "";
        }
        return call.named().isEmpty() ? null : call.named().getOrDefault(Values.text(key), "");
    }

    private static @Nullable Object ofPage(Call call, String name, List<@Nullable Object> arguments) {
        if (name.equals("RenderString")) {
            return rendered(call, arguments);
        }
        if (name.equals("Param")) {
            var key = Values.text(Functions.only(name, arguments));
            return call.pageParams().get(key.toLowerCase(java.util.Locale.ROOT));
        }
        Functions.none(name, arguments);
        return switch (name) {
            case "Title", "LinkTitle" -> call.pageTitle();
            case "Params" -> call.pageParams();
            case "Site" -> new Site(call);
            case "IsPage" -> true;
            case "IsHome" -> false;
            case "Kind" -> "page";
            default -> throw new NotUnderstood("'.Page." + name + "' is not understood");
        };
    }

    private static Object ofSite(Call call, String name, List<@Nullable Object> arguments) {
        Functions.none(name, arguments);
        return switch (name) {
            case "Title" -> call.siteTitle();
            case "Params" -> call.siteParams();
            default -> throw new NotUnderstood("'.Site." + name + "' is not understood");
        };
    }

    private static Object rendered(Call call, List<@Nullable Object> arguments) {
        var options = arguments.size() == 2 && arguments.get(0) instanceof Map<?, ?> table ? table : Map.of();
        var text = Functions.only("RenderString", options.isEmpty() ? arguments : arguments.subList(1, 2));
        return Marked.html(call.markdown(Values.text(text), !"block".equals(options.get("display"))));
    }
}
