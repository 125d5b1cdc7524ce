package app.lookback.query.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sign-in sessions are over; asked for many at once, because a socket outlives the request that opened it. */
@Component
class SignIns {

    private static final int ASKED_AT_ONCE = 1000;
    private static final String LASTING = """
            SELECT session_id FROM spring_session WHERE session_id IN (:sessions) AND expiry_time > :now
            """;

    private final JdbcClient sessions;

    SignIns(JdbcClient sessions) {
        this.sessions = sessions;
    }

    Set<String> over(Collection<String> asked) {
        var over = new HashSet<>(asked);
        var all = new ArrayList<>(over);
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            over.removeAll(lasting(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE))));
        }
        return over;
    }

    private Set<String> lasting(List<String> asked) {
        return sessions.sql(LASTING)
                .param("sessions", asked)
                .param("now", Instant.now().toEpochMilli())
                .query(String.class)
                .set();
    }
}
