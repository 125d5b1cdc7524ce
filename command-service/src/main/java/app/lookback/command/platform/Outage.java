package app.lookback.command.platform;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure of the log's database, which passes, from a mistake of ours, which does not. */
final class Outage {

    /** Classes of SQLSTATE: connection, insufficient resources, operator intervention (a shutdown). */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    /** A rollback that fails too hides what failed first. */
    private static boolean isPassing(Throwable cause) {
        return cause instanceof SQLTransientException
                || cause instanceof SQLException database && isPassing(String.valueOf(database.getSQLState()))
                || cause instanceof TransactionSystemException rollback
                        && rollback.getApplicationException() != null
                        && isBehind(rollback.getApplicationException());
    }

    private static boolean isPassing(String state) {
        return state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
