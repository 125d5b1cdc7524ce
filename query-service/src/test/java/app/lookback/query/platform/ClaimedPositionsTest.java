package app.lookback.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.contract.log.LogSerializer;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MongoDB ends, and another one is at its address with the views and positions of an hour ago. */
class ClaimedPositionsTest {

    private static final String VIEW = "drafts";

    private MongoServer server = new MongoServer(new MemoryBackend());
    private final InetSocketAddress address = server.bind();
    private final Interruptions interruptions = new Interruptions();
    private final MongoClient client =
            MongoClients.create(ViewStore.settings(new ConnectionString("mongodb:/" + address), interruptions));
    private final ClaimedPositions positions = positions(client);

    @BeforeEach
    void a_view_is_claimed_and_has_come_far() {
        positions.initializeTokenSegments(VIEW, 1, new GlobalSequenceTrackingToken(0));
        positions.fetchToken(VIEW, 0);
        positions.storeToken(new GlobalSequenceTrackingToken(100), VIEW, 0);
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void a_claim_lasts_as_long_as_mongodb_is_there() {
        positions.extendClaim(VIEW, 0);
        positions.storeToken(new GlobalSequenceTrackingToken(101), VIEW, 0);

        assertThat(positions.fetchToken(VIEW, 0)).isEqualTo(new GlobalSequenceTrackingToken(101));
    }

    @Test
    void a_claim_from_before_an_interruption_is_given_up_and_the_position_read_again() {
        comeBackWith(new GlobalSequenceTrackingToken(60));
        anyoneReads();

        assertThatThrownBy(() -> positions.extendClaim(VIEW, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> positions.storeToken(new GlobalSequenceTrackingToken(101), VIEW, 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(positions.fetchToken(VIEW, 0)).isEqualTo(new GlobalSequenceTrackingToken(60));
        positions.extendClaim(VIEW, 0);
    }

    private void comeBackWith(GlobalSequenceTrackingToken older) {
        server.shutdownNow();
        server = new MongoServer(new MemoryBackend());
        server.bind(address);
        try (var other = MongoClients.create("mongodb:/" + address)) {
            var then = positions(other);
            then.initializeTokenSegments(VIEW, 1, older);
            then.fetchToken(VIEW, 0);
        }
    }

    /** Reads are tried again by the driver, so that nobody else sees that there was an interruption. */
    private void anyoneReads() {
        client.getDatabase("any").listCollectionNames().into(new ArrayList<>());
    }

    private ClaimedPositions positions(MongoClient of) {
        var store = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(of.getDatabase("any"))
                        .trackingTokensCollectionName(Positions.COLLECTION)
                        .build())
                .serializer(new LogSerializer())
                .contentType(String.class)
                .nodeId("the same");
        return new ClaimedPositions(store, interruptions);
    }
}
