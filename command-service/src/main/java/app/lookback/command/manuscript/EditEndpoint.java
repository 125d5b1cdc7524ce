package app.lookback.command.manuscript;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Time;
import app.lookback.contract.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes edits by POST, and answers once they are durable. */
@RestController
class EditEndpoint {

    private static final int LARGEST_EDIT = 3_000_000;

    record Accepted(long revision) {}

    private final Membership membership;
    private final Submissions submissions;
    private final Time time;

    EditEndpoint(Membership membership, Submissions submissions, Time time) {
        this.membership = membership;
        this.submissions = submissions;
        this.time = time;
    }

    @PostMapping("/api/posts/{post}/edits")
    CompletableFuture<Accepted> edit(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var submission = Body.json(request, Submission.class, LARGEST_EDIT);
        return submissions
                .submit(submission.by(new PersonId(person.getName()), id, time.now()))
                .thenApply(Accepted::new);
    }
}
