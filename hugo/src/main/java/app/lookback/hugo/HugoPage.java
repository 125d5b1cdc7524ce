package app.lookback.hugo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page that Hugo makes of one file: where it is found, and since when.
 *
 * @param address as Hugo 0.111 gives it, as in {@code /posts/look-back/} or {@code /old/page.html}
 * @param aliases addresses that lead there
 * @param date null where the file does not say
 * @param shown whether Hugo would build it at the given time
 */
public record HugoPage(
        String address, List<String> aliases, @Nullable Instant date, boolean shown) {

    /** What a file of the site is to Hugo. */
    public enum Kind {
        PAGE,
        LIST,
        OTHER
    }

    private static final Instant NO_DATE = Instant.parse("0001-01-01T00:00:00Z");
    private static final Set<String> NEVER_SHOWN = Set.of("headless");

    /** What the file is; {@code bundles} are the folders that are pages themselves: what else is in there belongs to them. */
    public static Kind kind(HugoConfig config, String path, Set<String> bundles) {
        var place = Place.of(config, path);
        if (place.isEmpty() || !path.matches("(?i).*\\.(md|markdown|mdown)")) {
            return Kind.OTHER;
        }
        if (place.get().name().equals("_index")) {
            return Kind.LIST;
        }
        boolean isResource = bundles.stream().anyMatch(folder -> isInside(path, folder, place.get()));
        return isResource || isHome(place.get()) ? Kind.OTHER : Kind.PAGE;
    }

    private static boolean isInside(String path, String folder, Place place) {
        boolean itsOwnPage = path.startsWith(folder)
                && path.indexOf('/', folder.length()) < 0
                && place.name().equals("index");
        return path.startsWith(folder) && !itsOwnPage;
    }

    private static boolean isHome(Place place) {
        return place.name().equals("index") && place.folders().isEmpty();
    }

    /** By what other pages link to it: where it would be without permalinks and slugs, as in {@code /posts/rain}. */
    public static String name(HugoConfig config, String path) {
        var place = Place.of(config, path).orElseThrow();
        return clean(prefix(config, place) + place.folder() + place.pageName()).toLowerCase(Locale.ROOT);
    }

    /** The folder that this file makes a page of. */
    public static Optional<String> bundle(HugoConfig config, String path) {
        return Place.of(config, path)
                .filter(place -> place.name().equals("index") && path.matches("(?i).*\\.(md|markdown|mdown|html?)"))
                .map(place -> path.substring(0, path.lastIndexOf('/') + 1));
    }

    /** The page that the file of this path and text is; it is one as {@link #kind} says. */
    public static HugoPage of(HugoConfig config, String path, String source, Set<String> files, Instant now) {
        var place = Place.of(config, path).orElseThrow();
        var facts = FrontMatter.read(source);
        var dates = HugoDates.of(facts.params(), config.zone());
        var address = address(config, place, facts, dates, sections(config, place, files));
        return new HugoPage(address, aliases(facts, address), dates.date(), isShown(config, facts, dates, now));
    }

    private static boolean isShown(HugoConfig config, FrontMatter facts, HugoDates dates, Instant now) {
        boolean future = dates.publish() != null && dates.publish().isAfter(now);
        boolean expired = dates.expiry() != null && !dates.expiry().isAfter(now);
        return (!facts.draft() || config.showsDrafts())
                && (!future || config.showsFuture())
                && (!expired || config.showsExpired())
                && NEVER_SHOWN.stream()
                        .noneMatch(key -> Switches.on(facts.params().get(key)));
    }

    private static String address(
            HugoConfig config, Place place, FrontMatter facts, HugoDates dates, List<String> sections) {
        var url = facts.params().get("url");
        if (url != null && !url.isBlank()) {
            return withUrl(config, place, url.strip());
        }
        var slug = facts.slug() == null ? "" : facts.slug();
        var pattern = config.permalinks().get(place.section());
        String path;
        if (pattern == null) {
            path = UrlPath.of(place.folder() + (slug.isEmpty() ? place.pageName() : slug), config);
        } else {
            var date = dates.date() == null ? NO_DATE : dates.date();
            path = new Permalink(
                            config,
                            facts.title() == null ? "" : facts.title(),
                            slug,
                            place.pageName(),
                            zoned(config, facts, date),
                            sections)
                    .filled(pattern);
        }
        return ending(config, clean(prefix(config, place) + path));
    }

    /** Hugo takes the day from the date as it is written, with the zone that is written. */
    private static ZonedDateTime zoned(HugoConfig config, FrontMatter facts, Instant date) {
        var written = facts.date();
        if (written != null && written.length() > "2026-05-04".length()) {
            var time = OffsetDateTime.parse(written);
            if (time.toInstant().equals(date)) {
                return time.toZonedDateTime();
            }
        }
        return date.atZone(config.zone());
    }

    private static String withUrl(HugoConfig config, Place place, String url) {
        var path = url.startsWith("/") ? url : prefix(config, place) + url;
        boolean isFile =
                !url.endsWith("/") && url.substring(url.lastIndexOf('/') + 1).contains(".");
        return clean(path) + (isFile ? "" : "/");
    }

    private static String ending(HugoConfig config, String path) {
        return path + (config.uglyAddresses() ? ".html" : "/");
    }

    private static String clean(String path) {
        return ("/" + path).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    private static String prefix(HugoConfig config, Place place) {
        boolean inSubfolder = config.hasSeveralLanguages()
                && (!place.language().equals(config.defaultLanguage()) || config.defaultLanguageInSubfolder());
        return inSubfolder ? "/" + place.language() + "/" : "/";
    }

    /** Folders count from the first on as far as each says of itself that it is a section; the first one always does. */
    private static List<String> sections(HugoConfig config, Place place, Set<String> files) {
        var sections = new ArrayList<String>();
        var path = new StringBuilder(config.contentFolders().get(place.language()));
        for (var folder : place.folders()) {
            path.append(folder).append('/');
            if (!sections.isEmpty() && !hasList(path.toString(), files)) {
                break;
            }
            sections.add(folder);
        }
        return sections;
    }

    private static boolean hasList(String folder, Set<String> files) {
        return files.contains(folder + "_index.md");
    }

    /** Where readers found a page before that is now at this address. What does not begin with a slash is meant beside the page. */
    public static List<String> aliases(FrontMatter facts, String address) {
        var beside = address.replaceAll("/?[^/]+/?$", "/");
        return facts.aliases().stream()
                .map(alias -> alias.startsWith("/") ? alias : beside + alias)
                .map(HugoPage::resolved)
                .toList();
    }

    private static String resolved(String path) {
        var parts = new ArrayList<String>();
        for (var part : Arrays.asList(path.split("/"))) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        var last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return "/" + String.join("/", parts) + (last.matches(".*\\.html?") || parts.isEmpty() ? "" : "/");
    }

    /** Where a file stands among those of its language. */
    private record Place(String language, List<String> folders, String name) {

        static Optional<Place> of(HugoConfig config, String path) {
            return config.contentFolders().entrySet().stream()
                    .filter(folder -> path.startsWith(folder.getValue()))
                    .max(Map.Entry.<String, String>comparingByValue(Comparator.comparingInt(String::length))
                            .thenComparing(entry -> entry.getKey().equals(config.defaultLanguage())))
                    .map(folder -> of(
                            config,
                            folder.getKey(),
                            path.substring(folder.getValue().length())));
        }

        private static Place of(HugoConfig config, String language, String path) {
            var parts = new ArrayList<>(Arrays.asList(path.split("/")));
            var file = parts.remove(parts.size() - 1);
            var name = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
            var said = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
            return config.contentFolders().containsKey(said)
                    ? new Place(said, List.copyOf(parts), name.substring(0, name.lastIndexOf('.')))
                    : new Place(language, List.copyOf(parts), name);
        }

        boolean isBundle() {
            return name.equals("index");
        }

        String section() {
            return folders.isEmpty() ? "" : folders.get(0);
        }

        /** The name that stands for the page: a bundle has that of its folder. */
        String pageName() {
            return isBundle() ? folders.get(folders.size() - 1) : name;
        }

        /** What stands before the name, with a slash at its end where it is anything. */
        String folder() {
            var before = isBundle() ? folders.subList(0, folders.size() - 1) : folders;
            return before.isEmpty() ? "" : String.join("/", before) + "/";
        }
    }
}
