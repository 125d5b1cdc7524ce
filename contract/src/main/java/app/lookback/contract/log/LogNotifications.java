package app.lookback.contract.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** LISTEN and NOTIFY on one channel; a node does not hear its own voice. */
final class LogNotifications {

    private static final Logger log = LoggerFactory.getLogger(LogNotifications.class);
    private static final int TIMER_MILLIS = 1000;

    private final DataSource dataSource;
    private final String node = UUID.randomUUID().toString();

    LogNotifications(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void send() {
        try (var connection = dataSource.getConnection();
                var notify = connection.prepareStatement("SELECT pg_notify('lookback_log', ?)")) {
            notify.setString(1, node);
            notify.execute();
        } catch (SQLException unreachable) {
            log.debug("No notification was sent; the others' timers see the events within a second", unreachable);
        }
    }

    /** Calls {@code wake} on each notification and each second, until {@code goOn} says no; survives lost connections. */
    void listen(BooleanSupplier goOn, Runnable wake) {
        while (goOn.getAsBoolean()) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN lookback_log");
                wakeWhileConnected(connection, goOn, wake);
            } catch (SQLException lost) {
                wake.run();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TIMER_MILLIS));
            }
        }
    }

    private void wakeWhileConnected(Connection connection, BooleanSupplier goOn, Runnable wake) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (goOn.getAsBoolean()) {
            var notifications = postgres.getNotifications(TIMER_MILLIS);
            if (notifications == null || notifications.length == 0 || anyFromOthers(notifications)) {
                wake.run();
            }
        }
    }

    private boolean anyFromOthers(PGNotification[] notifications) {
        for (var notification : notifications) {
            if (!node.equals(notification.getParameter())) {
                return true;
            }
        }
        return false;
    }
}
