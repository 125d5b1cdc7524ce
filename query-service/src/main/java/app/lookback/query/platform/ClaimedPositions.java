package app.lookback.query.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Law: a claim does not outlast an interruption of MongoDB, which may come back with older views and older positions
 * than their processor remembers. The processor gives its claim up, takes it again, and goes on from what is stored.
 */
final class ClaimedPositions extends MongoTokenStore {

    private final Interruptions interruptions;
    private final Map<String, Long> interruptionsAtClaim = new ConcurrentHashMap<>();

    ClaimedPositions(Builder builder, Interruptions interruptions) {
        super(builder);
        this.interruptions = interruptions;
    }

    @Override
    public @Nullable TrackingToken fetchToken(String view, int segment) {
        long before = interruptions.count();
        var position = super.fetchToken(view, segment);
        interruptionsAtClaim.put(claim(view, segment), before);
        return position;
    }

    @Override
    public void storeToken(@Nullable TrackingToken position, String view, int segment) {
        requireUninterrupted(view, segment);
        super.storeToken(position, view, segment);
    }

    @Override
    public void extendClaim(String view, int segment) {
        requireUninterrupted(view, segment);
        super.extendClaim(view, segment);
    }

    private void requireUninterrupted(String view, int segment) {
        var atClaim = interruptionsAtClaim.get(claim(view, segment));
        if (atClaim != null && atClaim != interruptions.count()) {
            throw new UnableToClaimTokenException(
                    "MongoDB was unreachable meanwhile: the position of the view " + view + " is to be read again");
        }
    }

    private static String claim(String view, int segment) {
        return view + "/" + segment;
    }
}
