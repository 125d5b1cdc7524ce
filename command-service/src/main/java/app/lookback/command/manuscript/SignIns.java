package app.lookback.command.manuscript;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a sign-in still lasts, which is asked at most once in five seconds: a socket outlives its request. */
@Component
class SignIns {

    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final int MOST = 100_000;
    private static final String LASTING =
            "SELECT count(*) FROM spring_session WHERE session_id = :session AND expiry_time > :now";

    private final JdbcClient sessions;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).build();

    SignIns(JdbcClient sessions) {
        this.sessions = sessions;
    }

    boolean lasts(String session) {
        return known.get(session, this::read);
    }

    private boolean read(String session) {
        return sessions.sql(LASTING)
                        .param("session", session)
                        .param("now", Instant.now().toEpochMilli())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
