package app.lookback.command.sample;

import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.CreatedPost;
import app.lookback.command.sample.SampleReview.WriteSample;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes a sample review for who asks. */
@RestController
class SampleEndpoint {

    private final Decisions decisions;
    private final Time time;

    SampleEndpoint(Decisions decisions, Time time) {
        this.decisions = decisions;
        this.time = time;
    }

    @PostMapping("/api/posts/sample")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedPost create(Principal person) {
        var post = PostId.random();
        String path = decisions.decide(new WriteSample(post, new PersonId(person.getName()), time.now()));
        return new CreatedPost(post, path);
    }
}
