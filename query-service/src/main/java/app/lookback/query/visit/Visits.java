package app.lookback.query.visit;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far people have seen posts, as command-service noted it. */
@Component
class Visits {

    record Visit(long revision, Instant at) {}

    private final JdbcClient database;

    Visits(JdbcClient database) {
        this.database = database;
    }

    Optional<Visit> last(PersonId person, PostId post) {
        return database.sql("SELECT revision, at FROM visit WHERE person = ? AND post = ?")
                .params(UUID.fromString(person.value()), post.value())
                .query((row, number) -> new Visit(
                        row.getLong("revision"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
