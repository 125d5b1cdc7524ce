package app.lookback.command.address;

import app.lookback.command.address.Address.AddressTaken;
import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.PostId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static final PostId ONE = new PostId("abcdefghijklmnop");
    private static final PostId OTHER = new PostId("ponmlkjihgfedcba");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final AddressClaimed CLAIMED = new AddressClaimed("/posts/a/", ONE, NOW);

    private final AggregateTestFixture<Address> fixture = new AggregateTestFixture<>(Address.class);

    @Test
    void a_free_address_is_claimed() {
        fixture.givenNoPriorActivity()
                .when(new ClaimAddress("/posts/a/", ONE, NOW))
                .expectEvents(CLAIMED);
    }

    @Test
    void an_address_is_claimed_once() {
        fixture.given(CLAIMED).when(new ClaimAddress("/posts/a/", ONE, NOW)).expectNoEvents();
    }

    @Test
    void nobody_takes_the_address_of_another_post() {
        fixture.given(CLAIMED)
                .when(new ClaimAddress("/posts/a/", OTHER, NOW))
                .expectException(AddressTaken.class)
                .expectNoEvents();
    }
}
