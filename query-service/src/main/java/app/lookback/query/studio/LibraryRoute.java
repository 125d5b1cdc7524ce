package app.lookback.query.studio;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.draft.Draft.Standing;
import app.lookback.query.draft.Drafts;
import app.lookback.query.frontmatter.FrontMatter;
import app.lookback.query.library.Library;
import app.lookback.query.library.Shelved;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.Readiness;
import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The posts of the signed-in person. */
@RestController
class LibraryRoute {

    private final Library library;
    private final Drafts drafts;
    private final People people;
    private final Readiness readiness;

    LibraryRoute(Library library, Drafts drafts, People people, Readiness readiness) {
        this.library = library;
        this.drafts = drafts;
        this.people = people;
        this.readiness = readiness;
    }

    record Answer(List<Post> posts) {}

    record Post(
            PostId post,
            String path,
            String title,
            List<Person> authors,
            long revision,
            int editions,
            Instant editedAt,
            long unpublished) {}

    @GetMapping("/api/library")
    Answer library(Principal who) {
        if (readiness.isFarBehind("library")) {
            throw new BeingRebuilt();
        }
        var shelved = library.of(new PersonId(who.getName()));
        var standing = drafts.standing(shelved.stream().map(Shelved::post).toList());
        return new Answer(shelved.stream()
                .map(post -> post(post, standing.getOrDefault(post.post(), nothingYet(post))))
                .sorted(Comparator.comparing(Post::editedAt).reversed())
                .toList());
    }

    private static Standing nothingYet(Shelved post) {
        return new Standing(post.post(), 0, post.createdAt(), FrontMatter.UNTITLED);
    }

    private Post post(Shelved post, Standing standing) {
        var editions = post.editions();
        long published =
                editions.isEmpty() ? 0 : editions.get(editions.size() - 1).revision();
        return new Post(
                post.post(),
                post.path(),
                standing.title(),
                people.named(post.authors()),
                standing.revision(),
                editions.size(),
                standing.at(),
                Math.max(0, standing.revision() - published));
    }
}
