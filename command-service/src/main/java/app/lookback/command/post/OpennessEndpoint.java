package app.lookback.command.post;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.PostCommand.CloseHistory;
import app.lookback.command.post.PostCommand.OpenHistory;
import app.lookback.contract.PersonId;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether readers may watch how a post was written. */
@RestController
class OpennessEndpoint {

    private final Decisions decisions;
    private final Membership membership;
    private final Time time;

    OpennessEndpoint(Decisions decisions, Membership membership, Time time) {
        this.decisions = decisions;
        this.membership = membership;
        this.time = time;
    }

    @PostMapping("/api/posts/{post}/openness")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable String post, Principal person) {
        var id = membership.requireAuthor(post, person);
        decisions.<Object>decide(new OpenHistory(id, new PersonId(person.getName()), time.now()));
    }

    @DeleteMapping("/api/posts/{post}/openness")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String post, Principal person) {
        var id = membership.requireAuthor(post, person);
        decisions.<Object>decide(new CloseHistory(id, new PersonId(person.getName()), time.now()));
    }
}
