package app.lookback.command.visit;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Time;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes note of the newest revision that a person has seen of a post. */
@RestController
class VisitEndpoint {

    record Visit(long revision) {}

    private final JdbcClient database;
    private final Membership membership;
    private final Time time;

    VisitEndpoint(JdbcClient database, Membership membership, Time time) {
        this.database = database;
        this.membership = membership;
        this.time = time;
    }

    /** Of several that come in any order, the one that saw most counts. */
    @PostMapping("/api/posts/{post}/visits")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void visit(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireMember(post, person);
        long revision = Body.json(request, Visit.class, Body.SMALL).revision();
        if (revision < 0) {
            throw new Body.Malformed("A revision that was seen is 0 or more.");
        }
        database.sql("""
                        INSERT INTO visit (person, post, revision, at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (person, post) DO UPDATE
                        SET revision = greatest(visit.revision, excluded.revision), at = greatest(visit.at, excluded.at)
                        """)
                .params(
                        UUID.fromString(person.getName()),
                        id.value(),
                        revision,
                        time.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
