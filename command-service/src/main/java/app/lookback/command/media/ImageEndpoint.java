package app.lookback.command.media;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.RemoveImage;
import app.lookback.contract.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes an image for a post, and takes it out of what is offered. */
@RestController
class ImageEndpoint {

    private static final int LARGEST_IMAGE = 25_000_000;

    record Kept(String path) {}

    private final Membership membership;
    private final Decisions decisions;
    private final Time time;

    ImageEndpoint(Membership membership, Decisions decisions, Time time) {
        this.membership = membership;
        this.decisions = decisions;
        this.time = time;
    }

    @PostMapping("/api/posts/{post}/images")
    @ResponseStatus(HttpStatus.CREATED)
    Kept keep(
            @PathVariable String post,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String original,
            HttpServletRequest request,
            Principal person) {
        var id = membership.requireAuthor(post, person);
        var bytes = Body.bytes(request, LARGEST_IMAGE);
        var keep = new KeepImage(id, name, bytes, original, new PersonId(person.getName()), time.now());
        return new Kept(decisions.decide(keep));
    }

    @DeleteMapping("/api/posts/{post}/images/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String post, @PathVariable String name, Principal person) {
        var id = membership.requireAuthor(post, person);
        decisions.<Object>decide(new RemoveImage(id, Images.FOLDER + name, new PersonId(person.getName()), time.now()));
    }
}
