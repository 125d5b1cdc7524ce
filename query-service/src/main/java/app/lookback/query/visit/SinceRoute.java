package app.lookback.query.visit;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.compare.Summary;
import app.lookback.query.history.Revisions;
import app.lookback.query.library.Membership;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What others changed since the last visit of who asks. */
@RestController
class SinceRoute {

    private static final int MOST = 20;

    /** Comparing takes its time: when so much was compared, what is older is only counted. */
    private static final int ENOUGH_UNITS = 4_000_000;

    private final Membership membership;
    private final Revisions revisions;
    private final Visits visits;
    private final People people;

    SinceRoute(Membership membership, Revisions revisions, Visits visits, People people) {
        this.membership = membership;
        this.revisions = revisions;
        this.visits = visits;
        this.people = people;
    }

    record Told(
            List<Person> people,
            long from,
            long to,
            Instant start,
            Instant end,
            int inserted,
            int deleted,
            String excerpt) {}

    /**
     * @param seen the newest revision that who asks has seen; null if they were never here
     * @param earlier how many changes there are before those that are told
     * @param changes the last ones, in order
     */
    record Since(@Nullable Long seen, @Nullable Instant at, long newest, int earlier, List<Told> changes) {}

    @GetMapping("/api/posts/{name}/since")
    Since since(@PathVariable String name, Principal who) {
        var post = membership.enter(name, who);
        var reader = new PersonId(who.getName());
        var visit = visits.last(reader, post).orElse(null);
        long newest = revisions.newest(post);
        if (visit == null || visit.revision() >= newest) {
            return new Since(visit == null ? null : newest, visit == null ? null : visit.at(), newest, 0, List.of());
        }
        var changes = Change.since(visit.revision(), reader, revisions.sessions(post));
        var told = told(post, changes);
        return new Since(visit.revision(), visit.at(), newest, changes.size() - told.size(), told);
    }

    private List<Told> told(PostId post, List<Change> changes) {
        var told = new ArrayList<Told>();
        long compared = 0;
        for (int i = changes.size() - 1; i >= 0 && told.size() < MOST && compared < ENOUGH_UNITS; i--) {
            var change = changes.get(i);
            var before = revisions.sourceOrRefusal(post, change.from() - 1);
            var after = revisions.sourceOrRefusal(post, change.to());
            compared += before.length() + after.length();
            told.add(0, told(change, Summary.of(before, after)));
        }
        return told;
    }

    private Told told(Change change, Summary summary) {
        return new Told(
                people.named(change.people()),
                change.from(),
                change.to(),
                change.start(),
                change.end(),
                summary.inserted(),
                summary.deleted(),
                summary.excerpt());
    }
}
