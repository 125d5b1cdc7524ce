package app.lookback.query.media;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import app.lookback.contract.PostId;
import app.lookback.query.draft.Draft.Standing;
import app.lookback.query.draft.Drafts;
import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Editions.Showing;
import app.lookback.query.media.Album.Drawn;
import app.lookback.query.media.Media.Image;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what the views know of the images of some posts. */
@Component
class Albums {

    private final Media media;
    private final Drafts drafts;
    private final Editions editions;

    Albums(Media media, Drafts drafts, Editions editions) {
        this.media = media;
        this.drafts = drafts;
        this.editions = editions;
    }

    Album of(List<PostId> posts) {
        var images = media.of(posts);
        var drawn = drafts.standing(posts).values().stream()
                .flatMap(standing ->
                        drafts.pictures(standing).stream().map(picture -> new Drawn(standing.post(), picture)))
                .toList();
        return new Album(images, drawn, editions.shown(images.stream().collect(toMap(Image::path, Image::post))));
    }

    /** Where these images are used, each by its path. */
    Map<String, List<Use>> uses(List<Image> page, Album album) {
        var paths = page.stream().map(Image::path).toList();
        var posts = new HashSet<PostId>();
        page.forEach(image -> posts.addAll(postsWith(image, album)));
        var standing = drafts.standing(posts);
        var showing = editions.showing(posts, paths).stream().collect(groupingBy(Showing::post));
        var uses = new HashMap<String, List<Use>>();
        for (var image : page) {
            uses.put(image.path(), usesOf(image, album, standing, showing));
        }
        return uses;
    }

    private static Set<PostId> postsWith(Image image, Album album) {
        var posts = new HashSet<>(album.drafts(image));
        posts.add(image.post());
        return posts;
    }

    private static List<Use> usesOf(
            Image image, Album album, Map<PostId, Standing> standing, Map<PostId, List<Showing>> showing) {
        return postsWith(image, album).stream()
                .map(post -> new Use(
                        post,
                        standing.containsKey(post) ? standing.get(post).title() : "",
                        album.drafts(image).contains(post),
                        showing.getOrDefault(post, List.of()).stream()
                                .filter(edition -> edition.images().contains(image.path()))
                                .map(Showing::edition)
                                .sorted()
                                .toList()))
                .filter(use -> use.draft() || !use.editions().isEmpty())
                .sorted(Comparator.comparing(Use::title)
                        .thenComparing(use -> use.post().value()))
                .toList();
    }
}
