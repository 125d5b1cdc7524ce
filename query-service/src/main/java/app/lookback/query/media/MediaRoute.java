package app.lookback.query.media;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.library.Library;
import app.lookback.query.library.Shelved;
import app.lookback.query.media.Bytes.Measure;
import app.lookback.query.media.Media.Image;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.Readiness;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The images of the posts that the signed-in person may see, and where each is used. */
@RestController
class MediaRoute {

    private final Library library;
    private final Albums albums;
    private final Bytes bytes;
    private final People people;
    private final Readiness readiness;

    MediaRoute(Library library, Albums albums, Bytes bytes, People people, Readiness readiness) {
        this.library = library;
        this.albums = albums;
        this.bytes = bytes;
        this.people = people;
        this.readiness = readiness;
    }

    /**
     * A page of images, the newest first.
     *
     * @param found how many there are in all
     * @param next behind which image the next page begins; null on the last one
     */
    record Answer(int found, @Nullable String next, List<Shown> images) {}

    record Shown(
            String path,
            PostId post,
            String mediaType,
            @Nullable Measure measure,
            Instant at,
            @Nullable Person by,
            @Nullable Original original,
            List<String> alts,
            List<Use> uses) {}

    /** The larger image that is kept beside its copy. */
    record Original(String path, @Nullable Measure measure) {}

    @GetMapping("/api/media")
    Answer media(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean unused,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "60") String limit,
            Principal who) {
        var asked = Asked.of(q, unused, after, limit);
        var posts = library.of(new PersonId(who.getName())).stream()
                .map(Shelved::post)
                .toList();
        if (readiness.isFarBehind("media", "library", "drafts", "editions")) {
            throw new BeingRebuilt();
        }
        var album = albums.of(posts);
        var found = album.images().filter(image -> asked.finds(image, album)).toList();
        var page = asked.page(found);
        boolean more = !page.isEmpty() && !page.get(page.size() - 1).equals(found.get(found.size() - 1));
        return new Answer(found.size(), more ? page.get(page.size() - 1).path() : null, shown(page, album));
    }

    private List<Shown> shown(List<Image> page, Album album) {
        var measures = bytes.measures(page.stream()
                .flatMap(image -> Stream.of(image, album.original(image)))
                .filter(Objects::nonNull)
                .map(Image::sha256)
                .toList());
        var uses = albums.uses(page, album);
        return page.stream()
                .map(image -> shown(image, album, measures, uses.getOrDefault(image.path(), List.of())))
                .toList();
    }

    private Shown shown(Image image, Album album, Map<String, Measure> measures, List<Use> uses) {
        var original = album.original(image);
        return new Shown(
                image.path(),
                image.post(),
                image.mediaType(),
                measures.get(image.sha256()),
                image.added(),
                image.by() == null ? null : people.named(List.of(image.by())).get(0),
                original == null ? null : new Original(original.path(), measures.get(original.sha256())),
                album.alts(image),
                uses);
    }
}
