package app.lookback.command.platform;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Hands a command to who decides it and answers after the commit. The log's constraint is what keeps nodes from
 * overwriting each other: a command that lost such a race is decided again on what was missed.
 */
@Component
public class Decisions {

    private static final int ATTEMPTS = 200;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final CommandGateway gateway;

    Decisions(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** What the handler of {@code first} returned, once it is durable; throws its {@link Refusal}. */
    public <R> R decide(Object first) {
        var command = first;
        boolean fresh = false;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return gateway.sendAndWait(command);
            } catch (ConcurrencyException | AggregateStreamCreationException lostRace) {
                pause(attempt);
            } catch (Refusal refusal) {
                if (fresh || !refusal.mayBeStale()) {
                    throw refusal;
                }
                // The refusal's rollback took the aggregate out of the cache: now it is read from the log.
                fresh = true;
                command = command instanceof DecidedAgain one ? one.again() : command;
            } catch (RuntimeException failure) {
                throw Outage.isBehind(failure) ? Busy.logUnreachable() : failure;
            }
        }
        throw Busy.tooMany();
    }

    private static void pause(int attempt) {
        long bound = TimeUnit.MILLISECONDS.toNanos(Math.min(attempt, LONGEST_PAUSE_MILLIS));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound));
    }
}
