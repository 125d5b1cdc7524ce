package app.lookback.command.site;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import app.lookback.contract.PersonId;
import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One file of the site. */
@Aggregate
class SiteFile {

    /** These bytes, which the store of media holds, shall stand at the path. Answers whether that is new. */
    record PlaceBytes(String path, String sha256, String mediaType, long size, PersonId by, Instant at) {
        @TargetAggregateIdentifier
        String aggregate() {
            return SiteFileEvent.aggregate(path);
        }
    }

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable String sha256;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean place(PlaceBytes place) {
        if (place.sha256().equals(sha256)) {
            return false;
        }
        apply(new FileKept(place.path(), place.sha256(), place.mediaType(), place.size(), place.by(), place.at()));
        return true;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void remove(RemoveFile remove) {
        if (sha256 == null) {
            throw new SiteRefusal.NoSuchFile();
        }
        apply(new FileRemoved(remove.path(), remove.by(), remove.at()));
    }

    @EventSourcingHandler
    void on(FileKept kept) {
        id = SiteFileEvent.aggregate(kept.path());
        sha256 = kept.sha256();
    }

    @EventSourcingHandler
    void on(FileRemoved removed) {
        id = SiteFileEvent.aggregate(removed.path());
        sha256 = null;
    }
}
