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
        sessions.forEach(session -> session.joinTo(joined));
        return joined;
    }

    /** Makes this the last of these sessions, or a part of its author's last. */
    void joinTo(List<Session> joined) {
        for (int i = joined.size() - 1; i >= 0; i--) {
            var earlier = joined.get(i);
            if (earlier.author.equals(author)) {
                if (earlier.goesOnIn(this)) {
                    joined.set(i, earlier.until(this));
                } else {
                    joined.add(this);
                }
                return;
            }
        }
        joined.add(this);
    }

    private boolean goesOnIn(Session later) {
        return isShort(Duration.between(end, later.start));
    }

    static boolean isShort(Duration pause) {
        return pause.compareTo(LONG_PAUSE) <= 0;
    }

    private Session until(Session later) {
        return new Session(author, from, later.to, start, later.end);
    }
}
