package app.lookback.contract.log;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Names Axon's messages while they are under way: 64 random bits for the node, and a count. Of all these names only those
 * of snapshots are kept, so no secure random numbers are spent on each.
 */
public final class MessageIdentifiers extends IdentifierFactory {

    private final String node = Long.toHexString(UUID.randomUUID().getMostSignificantBits()) + "-";
    private final AtomicLong count = new AtomicLong();

    @Override
    public String generateIdentifier() {
        return node + count.incrementAndGet();
    }
}
