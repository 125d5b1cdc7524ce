package app.lookback.query.media;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import app.lookback.contract.PostId;
import app.lookback.query.draft.Picture;
import app.lookback.query.media.Media.Image;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The images of some posts, what the drafts show of them under which words, and which of them editions show. */
final class Album {

    /** That the draft of a post shows a picture. */
    record Drawn(PostId post, Picture picture) {}

    private static final Comparator<Image> NEWEST =
            Comparator.comparing(Image::added).reversed().thenComparing(Image::path);

    private final Map<String, Image> images;
    private final Map<String, List<Drawn>> drawn;
    private final Set<String> published;
    private final Set<String> originals;

    Album(List<Image> images, List<Drawn> drawn, Set<String> published) {
        this.images = images.stream().collect(toMap(Image::path, Function.identity()));
        this.drawn = drawn.stream().collect(groupingBy(one -> one.picture().path()));
        this.published = published;
        this.originals =
                images.stream().map(Image::original).filter(Objects::nonNull).collect(toSet());
    }

    /** Without those that were removed and those that stand behind a smaller copy, unless something shows them. */
    Stream<Image> images() {
        return images.values().stream()
                .filter(image -> isUsed(image) || !image.isRemoved() && !originals.contains(image.path()))
                .sorted(NEWEST);
    }

    boolean isUsed(Image image) {
        return drawn.containsKey(image.path()) || published.contains(image.path());
    }

    @Nullable
    Image original(Image image) {
        return image.original() == null ? null : images.get(image.original());
    }

    /** What the drafts say instead of it. */
    List<String> alts(Image image) {
        return draftsWith(image).stream()
                .map(one -> one.picture().alt())
                .filter(alt -> !alt.isEmpty())
                .distinct()
                .toList();
    }

    Set<PostId> drafts(Image image) {
        return draftsWith(image).stream().collect(mapping(Drawn::post, toSet()));
    }

    private List<Drawn> draftsWith(Image image) {
        return drawn.getOrDefault(image.path(), List.of());
    }
}
