package app.lookback.hugo;

import app.lookback.hugo.Head.Syntax;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a site's configuration says, as far as addresses and publication follow from it. What cannot be read is told in
 * {@code problems}, and Hugo's defaults hold in its place.
 *
 * @param contentFolders where the posts of each language are; all languages have one
 * @param permalinks patterns of addresses by section
 * @param params the site's own values, by lower-case keys: text, numbers, yes or no, lists and tables
 * @param taxonomies by what posts are found together, as front matter and addresses name them ({@code genres}); empty where
 *     nothing is said
 * @param themes their folders below {@code themes/}, the first before the others
 */
public record HugoConfig(
        String defaultLanguage,
        boolean defaultLanguageInSubfolder,
        Map<String, String> contentFolders,
        Map<String, String> permalinks,
        boolean uglyAddresses,
        boolean keepsCase,
        boolean dropsAccents,
        ZoneId zone,
        boolean showsDrafts,
        boolean showsFuture,
        boolean showsExpired,
        String baseUrl,
        List<String> themes,
        String title,
        List<String> taxonomies,
        Map<String, Object> params,
        List<String> problems) {

    /** The name of a taxonomy, which is a key of front matter and a part of addresses. */
    static final Pattern TAXONOMY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,49}");

    private static final int MOST_TAXONOMIES = 20;

    private static final Map<String, Syntax> SYNTAXES =
            Map.of("toml", Syntax.TOML, "yaml", Syntax.YAML, "yml", Syntax.YAML, "json", Syntax.JSON);
    private static final List<String> MAIN = List.of("hugo", "config");
    private static final List<String> FOLDERS = List.of("config/_default/", "config/production/");
    private static final int LARGEST = 1_000_000;

    /** What these files of the site's folder say, by their paths; others than those of the configuration are not looked at. */
    public static HugoConfig read(Map<String, byte[]> files) {
        var reading = new Reading();
        for (var name : MAIN) {
            SYNTAXES.keySet().stream()
                    .sorted()
                    .map(extension -> name + "." + extension)
                    .filter(files::containsKey)
                    .findFirst()
                    .ifPresent(path -> reading.merge("", path, files.get(path)));
        }
        for (var folder : FOLDERS) {
            new TreeMap<>(files).forEach((path, bytes) -> {
                if (path.startsWith(folder) && path.indexOf('/', folder.length()) < 0) {
                    reading.merge(key(path.substring(folder.length())), path, bytes);
                }
            });
        }
        return reading.config();
    }

    /** Whether the file of this path belongs to the configuration. */
    public static boolean isPart(String path) {
        var dot = path.lastIndexOf('.');
        boolean readable = dot > 0 && SYNTAXES.containsKey(path.substring(dot + 1));
        return readable && (MAIN.contains(path.substring(0, dot)) || path.startsWith("config/"));
    }

    /** A file beside the main one holds the table of its name; that of a language has its name behind it. */
    private static String key(String file) {
        var name = file.substring(0, Math.max(0, file.lastIndexOf('.')));
        return MAIN.contains(name) ? "" : name.replaceFirst("^(menus?|params)\\.[A-Za-z-]+$", "$1");
    }

    public boolean hasSeveralLanguages() {
        return contentFolders.size() > 1;
    }

    /** Gathers the files into one table. */
    private static final class Reading {
        private final ObjectNode all = JsonNodeFactory.instance.objectNode();
        private final List<String> problems = new ArrayList<>();

        void merge(String key, String path, byte[] bytes) {
            var syntax = SYNTAXES.get(path.substring(path.lastIndexOf('.') + 1));
            if (syntax == null) {
                return;
            }
            if (bytes.length > LARGEST) {
                problems.add(path + ": longer than a configuration may be, so it was not read");
                return;
            }
            try {
                var table = Values.MAPPERS.get(syntax).readTree(new String(bytes, StandardCharsets.UTF_8));
                if (table.isObject()) {
                    put(key.isEmpty() ? all : child(all, key), (ObjectNode) lowered(table));
                }
            } catch (JacksonException unreadable) {
                var at = unreadable.getLocation();
                problems.add(path + (at == null ? "" : ", line " + at.getLineNr()) + ": cannot be read as " + syntax);
            }
        }

        private static ObjectNode child(ObjectNode parent, String key) {
            var known = parent.get(key.toLowerCase(Locale.ROOT));
            return known instanceof ObjectNode table ? table : parent.putObject(key.toLowerCase(Locale.ROOT));
        }

        private static void put(ObjectNode into, ObjectNode from) {
            from.properties().forEach(each -> {
                if (each.getValue() instanceof ObjectNode table
                        && into.get(each.getKey()) instanceof ObjectNode known) {
                    put(known, table);
                } else {
                    into.set(each.getKey(), each.getValue());
                }
            });
        }

        /** Hugo's keys have no case. */
        private static JsonNode lowered(JsonNode value) {
            if (!value.isObject()) {
                return value;
            }
            var table = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(each -> table.set(each.getKey().toLowerCase(Locale.ROOT), lowered(each.getValue())));
            return table;
        }

        HugoConfig config() {
            var language = text("defaultcontentlanguage", "en").toLowerCase(Locale.ROOT);
            return new HugoConfig(
                    language,
                    is("defaultcontentlanguageinsubdir"),
                    contentFolders(language),
                    permalinks(),
                    is("uglyurls"),
                    is("disablepathtolower"),
                    is("removepathaccents"),
                    zone(),
                    is("builddrafts"),
                    is("buildfuture"),
                    is("buildexpired"),
                    text("baseurl", ""),
                    themes(),
                    text("title", ""),
                    taxonomies(),
                    table(all.path("params")),
                    List.copyOf(problems));
        }

        private Map<String, String> contentFolders(String defaultLanguage) {
            var main = text("contentdir", "content");
            var disabled = all.path("disablelanguages")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            var folders = new LinkedHashMap<String, String>();
            all.path("languages").properties().forEach(each -> {
                if (!disabled.contains(each.getKey())
                        && !each.getValue().path("disabled").asBoolean(false)) {
                    folders.put(
                            each.getKey(),
                            folder(each.getValue().path("contentdir").asString(main)));
                }
            });
            folders.putIfAbsent(defaultLanguage, folder(main));
            return Map.copyOf(folders);
        }

        private static Map<String, Object> table(JsonNode node) {
            var table = new TreeMap<String, Object>();
            node.properties()
                    .forEach(each -> plain(each.getValue()).ifPresent(value -> table.put(each.getKey(), value)));
            return table;
        }

        private static Optional<Object> plain(JsonNode node) {
            if (node.isObject()) {
                return Optional.of(table(node));
            }
            if (node.isArray()) {
                return Optional.of(
                        node.valueStream().flatMap(each -> plain(each).stream()).toList());
            }
            if (node.isBoolean()) {
                return Optional.of(node.asBoolean());
            }
            if (node.isIntegralNumber() && node.canConvertToLong()) {
                return Optional.of(node.asLong());
            }
            return node.isNumber()
                    ? Optional.of(node.asDouble())
                    : node.isNull() ? Optional.empty() : Optional.of(node.asString(""));
        }

        private List<String> themes() {
            var theme = all.path("theme");
            return (theme.isArray() ? theme.valueStream() : Stream.of(theme))
                    .map(name -> name.asString(""))
                    .filter(SafePath::is)
                    .toList();
        }

        private List<String> taxonomies() {
            var taxonomies = new ArrayList<String>();
            all.path("taxonomies").properties().forEach(each -> {
                var plural = each.getValue().asString("").toLowerCase(Locale.ROOT);
                if (!TAXONOMY.matcher(plural).matches() || taxonomies.size() == MOST_TAXONOMIES) {
                    problems.add("taxonomies: \"%s\" cannot be one here".formatted(plural));
                } else {
                    taxonomies.add(plural);
                }
            });
            return List.copyOf(taxonomies);
        }

        private static String folder(String written) {
            return written.replaceAll("^[./]+|/+$", "") + "/";
        }

        private Map<String, String> permalinks() {
            var patterns = new LinkedHashMap<String, String>();
            all.path("permalinks").properties().forEach(each -> {
                if (each.getValue().isString()) {
                    patterns.put(each.getKey(), each.getValue().asString());
                }
            });
            patterns.putAll(pagesOf(all.path("permalinks").path("page")));
            return Map.copyOf(patterns);
        }

        /** As later versions of Hugo write them. */
        private static Map<String, String> pagesOf(JsonNode table) {
            var patterns = new LinkedHashMap<String, String>();
            table.properties()
                    .forEach(each -> patterns.put(each.getKey(), each.getValue().asString()));
            return patterns;
        }

        private ZoneId zone() {
            var name = text("timezone", "");
            try {
                return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
            } catch (DateTimeException unknown) {
                problems.add("timeZone " + name + " is not known here, so UTC is taken");
                return ZoneOffset.UTC;
            }
        }

        private boolean is(String key) {
            return Set.of("true", "yes").contains(all.path(key).asString("").toLowerCase(Locale.ROOT));
        }

        private String text(String key, String otherwise) {
            return all.path(key).asString(otherwise);
        }
    }
}
