package app.lookback.query.platform;

import com.mongodb.MongoException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a store that is away, or that another node has written to, from an event that cannot be handled. */
public final class Outage {

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof MongoException
                        || cause instanceof SQLException
                        || cause instanceof DataAccessException
                        || cause instanceof TransactionException
                        || cause instanceof EventStoreException);
    }
}
