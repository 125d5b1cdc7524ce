package app.lookback.query.history;

import app.lookback.contract.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A run of edits by one author without a long pause; where two write together their sessions overlap. */
public record Session(PersonId author, long from, long to, Instant start, Instant end) {

    private static final Duration LONG_PAUSE = Duration.ofMinutes(10);

    static Session of(Revision edit) {
        return new Session(edit.author(), edit.revision(), edit.revision(), edit.at(), edit.at());
    }

    /** These sessions, in order, with all that belong together made one. */
    static List<Session> joined(Collection<Session> sessions) {
        var joined = new ArrayList<Session>();
        sessions.forEach(session -> add(session, joined));
        return joined;
    }

    private static void add(Session session, List<Session> joined) {
        for (int i = joined.size() - 1; i >= 0; i--) {
            var earlier = joined.get(i);
            if (earlier.author.equals(session.author)) {
                if (earlier.goesOnIn(session)) {
                    joined.set(i, earlier.until(session));
                } else {
                    joined.add(session);
                }
                return;
            }
        }
        joined.add(session);
    }

    private boolean goesOnIn(Session later) {
        return Duration.between(end, later.start).compareTo(LONG_PAUSE) <= 0;
    }

    private Session until(Session later) {
        return new Session(author, from, later.to, start, later.end);
    }
}
