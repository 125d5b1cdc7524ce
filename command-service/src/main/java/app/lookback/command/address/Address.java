package app.lookback.command.address;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import app.lookback.command.platform.Refusal;
import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.PostId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One address of the site, or a name by which posts refer to each other, and the post that holds it, for ever. */
@Aggregate
class Address {

    @AggregateIdentifier
    private @Nullable String path;

    private @Nullable PostId post;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void claim(ClaimAddress claim) {
        if (post == null) {
            apply(new AddressClaimed(claim.path(), claim.post(), claim.at()));
        } else if (!post.equals(claim.post())) {
            throw new AddressTaken(claim.path());
        }
    }

    @EventSourcingHandler
    void on(AddressClaimed claimed) {
        path = claimed.path();
        post = claimed.post();
    }

    /** The address belongs to another post. */
    static final class AddressTaken extends Refusal {
        AddressTaken(String path) {
            super(Kind.CONFLICT, "address-taken", "%s belongs to another post. Choose another one.".formatted(path));
        }

        @Override
        protected boolean mayBeStale() {
            return true;
        }
    }
}
