package app.lookback.command.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Spares each request a write: that a session was used is stored at most once in five minutes. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    private static final String UPDATE_IF_IT_MATTERS = """
            UPDATE %TABLE_NAME% AS stored
            SET session_id = fresh.session_id, last_access_time = fresh.last_access_time,
                max_inactive_interval = fresh.max_inactive_interval, expiry_time = fresh.expiry_time,
                principal_name = fresh.principal_name
            FROM (SELECT CAST(? AS CHAR(36)) AS session_id, CAST(? AS BIGINT) AS last_access_time,
                CAST(? AS INT) AS max_inactive_interval, CAST(? AS BIGINT) AS expiry_time,
                CAST(? AS VARCHAR(100)) AS principal_name, CAST(? AS CHAR(36)) AS primary_id) AS fresh
            WHERE stored.primary_id = fresh.primary_id
              AND (fresh.last_access_time - stored.last_access_time > 300000
                OR fresh.max_inactive_interval <> stored.max_inactive_interval
                OR fresh.session_id <> stored.session_id
                OR fresh.principal_name IS DISTINCT FROM stored.principal_name)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> commandSessionUpdates() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE_IF_IT_MATTERS);
    }
}
