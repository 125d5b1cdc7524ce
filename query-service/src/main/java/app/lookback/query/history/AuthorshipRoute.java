package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Authorship.Contributor;
import app.lookback.query.library.Membership;
import app.lookback.query.people.People;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who wrote what of a source. */
@RestController
class AuthorshipRoute {

    private final Membership membership;
    private final Revisions revisions;
    private final People people;

    AuthorshipRoute(Membership membership, Revisions revisions, People people) {
        this.membership = membership;
        this.revisions = revisions;
        this.people = people;
    }

    record Named(PersonId id, String name, long surviving, long typed) {}

    record Answer(long revision, List<Named> contributors, List<long[]> spans, List<long @Nullable []> lines) {}

    /** A person may get another name, so this is asked for again now and then. */
    @GetMapping("/api/posts/{name}/revisions/{number}/authorship")
    ResponseEntity<Answer> authorship(@PathVariable String name, @PathVariable long number, Principal who) {
        var post = membership.enter(name, who);
        var source = revisions.sourceOrRefusal(post, number);
        var authorship = Authorship.of(revisions.weave(post, number).orElseThrow(), source);
        return ResponseEntity.ok().body(new Answer(number, named(authorship), authorship.spans(), authorship.lines()));
    }

    private List<Named> named(Authorship authorship) {
        Map<PersonId, String> names = people.names(
                authorship.contributors().stream().map(Contributor::id).toList());
        return authorship.contributors().stream()
                .map(one -> new Named(one.id(), names.getOrDefault(one.id(), "someone"), one.surviving(), one.typed()))
                .toList();
    }
}
