package app.lookback.command.address;

import app.lookback.command.platform.Body;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where readers find a post: up to ten slugs between slashes, as {@code /reviews/film/look-back/}. */
public record PostPath(List<Slug> parts) {

    private static final int MOST_PARTS = 10;
    private static final int LONGEST = 200;

    /** What stands first in addresses of Lookback's own. */
    private static final Set<String> OURS = Set.of("api", "studio", "images", "assets", "actuator", "error");

    /** Where posts are listed. */
    private static final Set<String> LISTS =
            Set.of("posts", "page", "tags", "categories", "series", "archive", "authors", "search");

    /** Below a post's path, where its editions are. */
    private static final String EDITIONS = "editions";

    public static PostPath of(Slug slug) {
        return new PostPath(List.of(new Slug("posts"), slug));
    }

    /** A path that a person chose; the slash at its end may be missing. */
    public static PostPath ofPerson(String path) {
        var inside = path.strip().replaceFirst("/$", "");
        if (!inside.startsWith("/") || inside.length() > LONGEST) {
            throw malformed();
        }
        var parts = Arrays.stream(inside.substring(1).split("/", -1))
                .map(part -> Slug.ofPerson(part).orElseThrow(PostPath::malformed))
                .toList();
        if (parts.size() > MOST_PARTS) {
            throw malformed();
        }
        var chosen = new PostPath(parts);
        chosen.requireNobodysElse();
        return chosen;
    }

    /**
     * The path nearest to where another program found the page; refused where that is Lookback's own, or has more parts
     * than a path may.
     */
    public static PostPath near(String address) {
        var parts = Arrays.stream(address.replaceFirst("\\.html?$", "").split("/"))
                .filter(part -> !part.isBlank())
                .map(part -> Slug.near(part, "post"))
                .toList();
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw malformed();
        }
        var nearest = new PostPath(parts);
        if (nearest.text().length() > LONGEST) {
            throw malformed();
        }
        nearest.requireNobodysElse();
        return nearest;
    }

    private void requireNobodysElse() {
        var first = parts.get(0).text();
        if (OURS.contains(first)) {
            throw new Body.Malformed(
                    "/%s/ is where Lookback itself is found. Begin the path otherwise.".formatted(first));
        }
        if (parts.size() == 1 && LISTS.contains(first)) {
            throw new Body.Malformed(
                    "/%s/ is where posts are listed. Add a part, as in /%s/look-back/.".formatted(first, first));
        }
        if (parts.stream().anyMatch(part -> part.text().equals(EDITIONS))) {
            throw new Body.Malformed("No part of a path is 'editions': that is where a post's editions are.");
        }
    }

    private static Body.Malformed malformed() {
        return new Body.Malformed("A path is like /posts/look-back/: 1 to 10 parts between slashes, 200 characters at "
                + "most, each part 1 to 100 letters, digits, -, _ or ., beginning with a letter or digit.");
    }

    public String text() {
        var path = new StringBuilder("/");
        parts.forEach(part -> path.append(part.text()).append('/'));
        return path.toString();
    }

    /** This path, then the same with -2, -3 and so on. */
    public Stream<String> pathsLikeThis() {
        return Stream.concat(
                Stream.of(text()),
                IntStream.iterate(2, number -> number + 1)
                        .mapToObj(number -> numbered("-" + number).text()));
    }

    private PostPath numbered(String suffix) {
        int last = parts.size() - 1;
        return new PostPath(Stream.concat(
                        parts.subList(0, last).stream(),
                        Stream.of(parts.get(last).with(suffix)))
                .toList());
    }
}
