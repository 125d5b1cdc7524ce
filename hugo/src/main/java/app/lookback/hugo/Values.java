package app.lookback.hugo;

import app.lookback.hugo.Head.Syntax;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The values of a front matter by their keys, whose case does not matter, as in Hugo. */
final class Values {

    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder().maxNestingDepth(50).build();

    static final Map<Syntax, ObjectMapper> MAPPERS = Map.of(
            Syntax.TOML,
                    new TomlMapper(
                            TomlFactory.builder().streamReadConstraints(BOUNDS).build()),
            Syntax.YAML,
                    new YAMLMapper(
                            YAMLFactory.builder().streamReadConstraints(BOUNDS).build()),
            Syntax.JSON,
                    new JsonMapper(
                            JsonFactory.builder().streamReadConstraints(BOUNDS).build()));

    private static final Pattern TAB_AFTER_COLON =
            Pattern.compile("(?m)^([ ]*[\\p{L}\\p{N}_.\"'-]{1,100}:)[ ]*\\t[ \\t]*");

    private static final Pattern DATE = Pattern.compile("(?im)^[\\s{]*+[\"']?(date)[\"']?\\s*[:=]");

    /** What has a meaning of its own. */
    private static final Set<String> NO_TAXONOMIES = Set.of(
            "aliases", "categories", "date", "description", "draft", "series", "slug", "summary", "tags", "title");

    private static final int MOST_TAXONOMIES = 50;
    private static final int MOST_NAMES = 100;
    private static final int LONGEST_NAME = 200;

    private final Map<String, JsonNode> byKey = new HashMap<>();

    private Values(JsonNode table) {
        table.properties().forEach(each -> byKey.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
    }

    static FrontMatter read(String source, Head head) {
        try {
            var table = MAPPERS.get(head.syntax()).readTree(text(source, head));
            if (table.isObject()) {
                return new Values(table).frontMatter(source, head);
            }
            var empty = table.isMissingNode() || table.isNull();
            return FrontMatter.unread(head.bodyOffset(), empty ? null : "The front matter is not a list of keys.");
        } catch (JacksonException unreadable) {
            return FrontMatter.unread(head.bodyOffset(), problem(source, head, unreadable));
        }
    }

    private static String text(String source, Head head) {
        var text = source.substring(head.start(), head.end());
        return head.syntax() == Syntax.YAML ? TAB_AFTER_COLON.matcher(text).replaceAll("$1 ") : text;
    }

    private static String problem(String source, Head head, JacksonException unreadable) {
        var location = unreadable.getLocation();
        var line = Slips.line(source, head.start()) + Math.max(1, location == null ? 1 : location.getLineNr()) - 1;
        return "The front matter cannot be read as %s near line %d.".formatted(head.syntax(), line);
    }

    private FrontMatter frontMatter(String source, Head head) {
        var written = plain("date");
        var date = Dates.read(written);
        var unreadable = written != null && !written.isBlank() && date == null;
        return new FrontMatter(
                plain("title"),
                date,
                list("tags"),
                list("categories"),
                list("series"),
                list("aliases"),
                isDraft(),
                plain("slug"),
                plain("summary"),
                head.bodyOffset(),
                unreadable ? problemOfDate(source, head) : null,
                names(),
                params());
    }

    private boolean isDraft() {
        return Switches.on(plain("draft")) || byKey.containsKey("published") && Switches.off(plain("published"));
    }

    private static String problemOfDate(String source, Head head) {
        var date = DATE.matcher(source).region(head.start(), head.end());
        var line = Slips.line(source, date.find() ? date.start(1) : head.start());
        return "Line %d: the date cannot be read; 2025-09-07 or 2025-09-07T10:00:00Z can.".formatted(line);
    }

    private @Nullable String plain(String key) {
        var value = byKey.get(key);
        return value == null ? null : plain(value);
    }

    private static @Nullable String plain(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString(value.toString()) : null;
    }

    private List<String> list(String key) {
        var value = byKey.get(key);
        if (value == null) {
            return List.of();
        }
        var values = value.isArray() ? value.valueStream() : Stream.of(value);
        return values.map(Values::plain)
                .filter(each -> each != null && !each.isBlank())
                .distinct()
                .toList();
    }

    private Map<String, List<String>> names() {
        var names = new HashMap<String, List<String>>();
        byKey.keySet().stream()
                .filter(key -> !NO_TAXONOMIES.contains(key)
                        && HugoConfig.TAXONOMY.matcher(key).matches())
                .sorted()
                .limit(MOST_TAXONOMIES)
                .forEach(key -> {
                    var list = list(key).stream()
                            .filter(name -> name.length() <= LONGEST_NAME)
                            .limit(MOST_NAMES)
                            .toList();
                    if (!list.isEmpty()) {
                        names.put(key, list);
                    }
                });
        return names;
    }

    private Map<String, String> params() {
        var params = new HashMap<String, String>();
        collect(byKey, params);
        var own = byKey.get("params");
        if (own != null && own.isObject()) {
            collect(new Values(own).byKey, params);
        }
        return params;
    }

    private static void collect(Map<String, JsonNode> values, Map<String, String> params) {
        values.forEach((key, value) -> {
            var plain = plain(value);
            if (plain != null) {
                params.put(key, plain);
            }
        });
    }
}
