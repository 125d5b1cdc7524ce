package app.lookback.command.post;

import app.lookback.command.address.PostPath;
import app.lookback.command.address.Slug;
import app.lookback.command.manuscript.ConfirmRevision;
import app.lookback.command.manuscript.EditSource;
import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.Placement.TakePath;
import app.lookback.command.post.PostCommand.DeletePost;
import app.lookback.command.post.PostCommand.MovePost;
import app.lookback.command.post.PostCommand.RestorePost;
import app.lookback.command.post.PostCommand.WithdrawPost;
import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Update;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A post's life: placement, moving, publishing, withdrawal, deletion and return. */
@RestController
class PostEndpoint {

    record NewPost(String title) {}

    record Path(String path) {}

    record Edition(long revision) {}

    record Updated(long revision, Update.Kind kind, String note) {}

    private final Decisions decisions;
    private final Membership membership;
    private final Time time;

    PostEndpoint(Decisions decisions, Membership membership, Time time) {
        this.decisions = decisions;
        this.membership = membership;
        this.time = time;
    }

    @PostMapping("/api/posts")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedPost create(HttpServletRequest request, Principal person) {
        var title = Title.of(Body.json(request, NewPost.class, Body.SMALL).title());
        var post = PostId.random();
        var author = new PersonId(person.getName());
        var now = time.now();
        var edits = List.of(EditSource.firstText(post, author, title.frontMatter(now), now));
        String path = decisions.decide(
                new BeginPost(post, PostPath.of(Slug.near(title.text(), "post")), author, FileForm.PLAIN, edits, now));
        return new CreatedPost(post, path);
    }

    @PostMapping("/api/posts/{post}/path")
    Path move(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var path = PostPath.ofPerson(Body.json(request, Path.class, Body.SMALL).path())
                .text();
        decisions.<Object>decide(new TakePath(new MovePost(id, path, new PersonId(person.getName()), time.now())));
        return new Path(path);
    }

    @PostMapping("/api/posts/{post}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String post, Principal person) {
        var id = membership.requireMember(post, person);
        decisions.<Object>decide(new WithdrawPost(id, new PersonId(person.getName()), time.now()));
    }

    @DeleteMapping("/api/posts/{post}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String post, Principal person) {
        var id = membership.requireMember(post, person);
        decisions.<Object>decide(new DeletePost(id, new PersonId(person.getName()), time.now()));
        membership.deleted(id);
    }

    @PostMapping("/api/posts/{post}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable String post, HttpServletRequest request, Principal person) {
        if (!request.isUserInRole("ADMINISTRATOR")) {
            throw new PostRefusal.AdministratorsOnly();
        }
        var id = membership.requireExisting(post);
        decisions.<Object>decide(new RestorePost(id, new PersonId(person.getName()), time.now()));
        membership.forget(id);
    }

    @PostMapping("/api/posts/{post}/editions")
    @ResponseStatus(HttpStatus.CREATED)
    Published publish(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        return publish(id, Body.json(request, Edition.class, Body.SMALL).revision(), null, person);
    }

    /** The next edition, and how it differs from the one before it. */
    @PostMapping("/api/posts/{post}/updates")
    @ResponseStatus(HttpStatus.CREATED)
    Published update(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var body = Body.json(request, Updated.class, Body.SMALL);
        return publish(id, body.revision(), new Update(body.kind(), Note.of(body.note())), person);
    }

    private Published publish(PostId post, long revision, @Nullable Update update, Principal person) {
        decisions.<Object>decide(new ConfirmRevision(post, revision));
        return decisions.decide(new PublishEdition(post, revision, new PersonId(person.getName()), time.now(), update));
    }
}
