package app.lookback.command.site;

import app.lookback.contract.PersonId;
import app.lookback.contract.SiteFileEvent;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** No file shall stand at this path of the site's folder any more. */
record RemoveFile(String path, PersonId by, Instant at) {
    @TargetAggregateIdentifier
    String aggregate() {
        return SiteFileEvent.aggregate(path);
    }
}
