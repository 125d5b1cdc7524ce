package app.lookback.query.studio;

import app.lookback.contract.PostId;
import app.lookback.hugo.FrontMatter;
import app.lookback.query.draft.Draft.Standing;
import app.lookback.query.draft.Drafts;
import app.lookback.query.library.Library;
import app.lookback.query.library.Shelved;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deleted posts of all, for administrators, who may restore them. */
@RestController
class DeletedPostsRoute {

    private static final int MOST = 500;

    private final Library library;
    private final Drafts drafts;
    private final People people;

    DeletedPostsRoute(Library library, Drafts drafts, People people) {
        this.library = library;
        this.drafts = drafts;
        this.people = people;
    }

    record Answer(List<Post> posts) {}

    record Post(PostId post, String title, String path, Person by, Instant at) {}

    @GetMapping("/api/deleted-posts")
    Answer deletedPosts() {
        var found = library.deleted(MOST);
        var standing = drafts.standing(found.stream().map(Shelved::post).toList());
        return new Answer(found.stream()
                .map(post -> post(post, Optional.ofNullable(standing.get(post.post()))))
                .toList());
    }

    private Post post(Shelved shelved, Optional<Standing> draft) {
        var deletion = Objects.requireNonNull(shelved.deleted());
        var by = people.named(List.of(deletion.by())).get(0);
        var title = draft.map(Standing::title).orElse(FrontMatter.UNTITLED);
        return new Post(shelved.post(), title, shelved.path(), by, deletion.at());
    }
}
