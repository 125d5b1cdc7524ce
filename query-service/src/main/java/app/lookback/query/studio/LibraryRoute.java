package app.lookback.query.studio;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.hugo.FrontMatter;
import app.lookback.query.draft.Draft.Standing;
import app.lookback.query.draft.Drafts;
import app.lookback.query.library.Library;
import app.lookback.query.library.Shelved;
import app.lookback.query.live.Attendance;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.Readiness;
import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The posts of the signed-in person. */
@RestController
class LibraryRoute {

    private final Library library;
    private final Drafts drafts;
    private final People people;
    private final Attendance attendance;
    private final Listeners listeners;
    private final Readiness readiness;

    LibraryRoute(
            Library library,
            Drafts drafts,
            People people,
            Attendance attendance,
            Listeners listeners,
            Readiness readiness) {
        this.library = library;
        this.drafts = drafts;
        this.people = people;
        this.attendance = attendance;
        this.listeners = listeners;
        this.readiness = readiness;
    }

    /** @param found how many there are in all, of which {@code posts} are the newest */
    record Answer(int found, List<Post> posts) {}

    record Post(
            PostId post,
            String path,
            String title,
            List<String> tags,
            List<Person> authors,
            List<Person> here,
            long revision,
            int editions,
            boolean withdrawn,
            @Nullable Instant scheduled,
            Instant editedAt,
            @Nullable Person editedBy,
            long unpublished) {}

    @GetMapping("/api/library")
    Answer library(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "200") String limit,
            Principal who) {
        if (readiness.isFarBehind("library")) {
            throw new BeingRebuilt();
        }
        var search = Search.of(q);
        var shelved = library.of(new PersonId(who.getName()));
        var standing = drafts.standing(shelved.stream().map(Shelved::post).toList());
        var here = attendance.now();
        var found = shelved.stream()
                .map(post -> post(post, standing.getOrDefault(post.post(), nothingYet(post)), here))
                .filter(search::finds)
                .sorted(Comparator.comparing(Post::editedAt).reversed())
                .toList();
        return new Answer(
                found.size(), found.stream().limit(Search.limit(limit)).toList());
    }

    /** Rings whenever {@code /api/library} has changed for this person, and says no more. */
    @GetMapping(value = "/api/library/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes(Principal who) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(listeners.listen(new PersonId(who.getName())));
    }

    private static Standing nothingYet(Shelved post) {
        return new Standing(post.post(), 0, post.createdAt(), null, FrontMatter.UNTITLED, List.of(), List.of());
    }

    private Post post(Shelved post, Standing standing, Map<PostId, Set<PersonId>> here) {
        var editions = post.editions();
        long published =
                editions.isEmpty() ? 0 : editions.get(editions.size() - 1).revision();
        var by = standing.by();
        var tags = standing.tags();
        return new Post(
                post.post(),
                post.path(),
                standing.title(),
                tags == null ? List.of() : tags,
                people.named(post.authors()),
                people.named(here.getOrDefault(post.post(), Set.of())),
                standing.revision(),
                editions.size(),
                post.withdrawn(),
                post.scheduledFor(),
                standing.at(),
                by == null ? null : people.named(List.of(by)).get(0),
                Math.max(0, standing.revision() - published));
    }
}
