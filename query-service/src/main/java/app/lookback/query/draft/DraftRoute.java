package app.lookback.query.draft;

import app.lookback.contract.PostId;
import app.lookback.query.library.Library;
import app.lookback.query.library.Member;
import app.lookback.query.library.Members;
import app.lookback.query.library.Membership;
import app.lookback.query.library.Shelved;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.DeadLetterOffice;
import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.PostStopped;
import app.lookback.query.platform.Readiness;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A post as its authors open it, and as Hugo stores it. */
@RestController
class DraftRoute {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private final Membership membership;
    private final Library library;
    private final Drafts drafts;
    private final People people;
    private final Members members;
    private final DeadLetterOffice letters;
    private final Readiness readiness;

    DraftRoute(
            Membership membership,
            Library library,
            Drafts drafts,
            People people,
            Members members,
            DeadLetterOffice letters,
            Readiness readiness) {
        this.membership = membership;
        this.library = library;
        this.drafts = drafts;
        this.people = people;
        this.members = members;
        this.letters = letters;
        this.readiness = readiness;
    }

    record Opened(
            PostId post,
            String path,
            String title,
            long revision,
            String source,
            List<Person> authors,
            List<Member> people,
            boolean withdrawn,
            boolean historyOpen,
            @Nullable Instant scheduled,
            List<Shelved.Published> editions) {}

    @GetMapping("/api/posts/{name}")
    Opened open(@PathVariable String name, Principal who) {
        var post = membership.enter(name, who);
        var shelved = library.find(post).orElseThrow(this::notYet);
        var draft = newest(post);
        return new Opened(
                post,
                shelved.path(),
                draft.title(),
                draft.revision(),
                draft.source(),
                people.named(shelved.authors()),
                members.of(shelved),
                shelved.withdrawn(),
                shelved.historyOpen(),
                shelved.scheduledFor(),
                shelved.editions());
    }

    @GetMapping("/api/posts/{name}/file")
    ResponseEntity<byte[]> file(@PathVariable String name, Principal who) {
        var post = membership.enter(name, who);
        var shelved = library.find(post).orElseThrow(this::notYet);
        var draft = newest(post);
        var attachment = ContentDisposition.attachment()
                .filename(slug(shelved.path()) + ".md", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MARKDOWN)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(shelved.form().file(draft.source()));
    }

    private static String slug(String path) {
        return path.replaceFirst("^/posts/", "").replace("/", "");
    }

    private Draft newest(PostId post) {
        if (letters.hasStopped(Map.of("drafts", post.manuscript(), "library", post.value()))) {
            throw new PostStopped();
        }
        return drafts.newest(post).orElseThrow(this::notYet);
    }

    private RuntimeException notYet() {
        return readiness.isFarBehind("drafts", "library")
                ? new BeingRebuilt()
                : new NotFound("This post is not there yet. Try again in a moment.");
    }
}
