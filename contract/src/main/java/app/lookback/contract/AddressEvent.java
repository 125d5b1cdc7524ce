package app.lookback.contract;

import java.time.Instant;

/** All that can happen to an address of the site. Aggregate: the path, so that the log lets nobody claim it twice. */
public sealed interface AddressEvent {

    String path();

    /** The path belongs to this post, for a page or an image. */
    record AddressClaimed(String path, PostId post, Instant at) implements AddressEvent {}
}
