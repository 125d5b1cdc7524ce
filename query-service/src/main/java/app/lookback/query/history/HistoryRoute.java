package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.library.Library;
import app.lookback.query.library.Membership;
import app.lookback.query.library.Shelved;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who wrote when, and what was published when. */
@RestController
class HistoryRoute {

    private final Membership membership;
    private final Revisions revisions;
    private final Library library;
    private final People people;

    HistoryRoute(Membership membership, Revisions revisions, Library library, People people) {
        this.membership = membership;
        this.revisions = revisions;
        this.library = library;
        this.people = people;
    }

    record Edition(int edition, long revision, Instant at) {}

    record History(long newest, List<Person> people, List<Session> sessions, List<Edition> editions) {}

    @GetMapping("/api/posts/{name}/history")
    History history(@PathVariable String name, Principal who) {
        var post = membership.enter(name, who);
        var shelved = library.find(post);
        var sessions = revisions.sessions(post);
        return new History(
                revisions.newest(post),
                people.named(everyone(shelved.stream().flatMap(s -> s.authors().stream()), sessions)),
                sessions,
                shelved.stream().flatMap(HistoryRoute::editions).toList());
    }

    private static List<PersonId> everyone(Stream<PersonId> authors, List<Session> sessions) {
        return Stream.concat(authors, sessions.stream().map(Session::author))
                .distinct()
                .toList();
    }

    private static Stream<Edition> editions(Shelved post) {
        return post.editions().stream().map(e -> new Edition(e.edition(), e.revision(), e.at()));
    }
}
