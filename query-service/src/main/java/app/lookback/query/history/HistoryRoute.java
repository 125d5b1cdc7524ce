package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Marked.Import;
import app.lookback.query.history.Marked.Label;
import app.lookback.query.history.Marked.Restoration;
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

/** Who wrote when and how much, and what was marked. */
@RestController
class HistoryRoute {

    private final Membership membership;
    private final Revisions revisions;
    private final Marks marks;
    private final Library library;
    private final People people;

    HistoryRoute(Membership membership, Revisions revisions, Marks marks, Library library, People people) {
        this.membership = membership;
        this.revisions = revisions;
        this.marks = marks;
        this.library = library;
        this.people = people;
    }

    record Edition(int edition, long revision, Instant at) {}

    record History(
            long newest,
            List<Person> people,
            List<Session> sessions,
            Activity activity,
            List<Edition> editions,
            List<Label> labels,
            List<Restoration> restorations,
            List<Import> imports) {}

    @GetMapping("/api/posts/{name}/history")
    History history(@PathVariable String name, Principal who) {
        var post = membership.enter(name, who);
        var shelved = library.find(post);
        var volumes = revisions.volumes(post);
        var sessions = Activity.sessions(volumes);
        var marked = marks.of(post);
        return new History(
                volumes.isEmpty() ? 0 : volumes.get(volumes.size() - 1).to(),
                people.named(everyone(shelved.stream().flatMap(s -> s.authors().stream()), sessions, marked)),
                sessions,
                Activity.of(volumes),
                shelved.stream().flatMap(HistoryRoute::editions).toList(),
                marked.labels(),
                marked.restorations(),
                marked.imports());
    }

    private static List<PersonId> everyone(Stream<PersonId> authors, List<Session> sessions, Marked marked) {
        return Stream.of(authors, sessions.stream().map(Session::author), marked.people())
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    private static Stream<Edition> editions(Shelved post) {
        return post.editions().stream().map(e -> new Edition(e.edition(), e.revision(), e.at()));
    }
}
