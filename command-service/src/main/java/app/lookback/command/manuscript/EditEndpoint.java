package app.lookback.command.manuscript;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Time;
import app.lookback.contract.PersonId;
import app.lookback.text.ChangeSet;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes edits, and answers once they are durable. */
@RestController
class EditEndpoint {

    private static final int LARGEST_EDIT = 3_000_000;
    private static final int MOST_PARTS = 10_000;
    private static final Pattern CLIENT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    record Submission(String client, long sequence, long base, JsonNode changes) {}

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
        if (!CLIENT.matcher(submission.client()).matches() || submission.sequence() < 1 || submission.base() < 0) {
            throw new Body.Malformed(
                    "\"client\" is a UUID in lower case, \"sequence\" counts from 1, \"base\" from 0.");
        }
        return submissions
                .submit(new EditSource(
                        id,
                        new PersonId(person.getName()),
                        submission.client(),
                        submission.sequence(),
                        submission.base(),
                        ChangeSet.parse(submission.changes().toString(), MOST_PARTS),
                        time.now()))
                .thenApply(Accepted::new);
    }
}
