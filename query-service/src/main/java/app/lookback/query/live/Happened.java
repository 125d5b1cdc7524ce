package app.lookback.query.live;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.HistoryClosed;
import app.lookback.contract.PostEvent.HistoryOpened;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.contract.PostEvent.PublicationScheduled;
import app.lookback.contract.PostEvent.PublicationUnscheduled;
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostEvent.RoleChanged;
import org.jspecify.annotations.Nullable;

/** What co-authors are told of a post's event. */
final class Happened {

    private Happened() {}

    /** Null where there is nothing that changes how the post stands. */
    static @Nullable String word(@Nullable PostEvent event) {
        if (event instanceof PostMoved) {
            return "moved";
        }
        if (event instanceof PostWithdrawn) {
            return "withdrawn";
        }
        if (event instanceof PublicationScheduled) {
            return "scheduled";
        }
        if (event instanceof PublicationUnscheduled) {
            return "unscheduled";
        }
        if (event instanceof HistoryOpened) {
            return "history-opened";
        }
        if (event instanceof HistoryClosed) {
            return "history-closed";
        }
        if (event instanceof AuthorAdmitted || event instanceof ReviewerAdmitted) {
            return "admitted";
        }
        if (event instanceof RoleChanged) {
            return "role-changed";
        }
        return event instanceof AccessTakenBack ? "access-taken-back" : null;
    }

    static @Nullable PersonId by(@Nullable PostEvent event) {
        if (event instanceof PostMoved moved) {
            return moved.by();
        }
        if (event instanceof PostWithdrawn withdrawn) {
            return withdrawn.by();
        }
        if (event instanceof PublicationScheduled scheduled) {
            return scheduled.by();
        }
        if (event instanceof PublicationUnscheduled unscheduled) {
            return unscheduled.by();
        }
        if (event instanceof HistoryOpened opened) {
            return opened.by();
        }
        if (event instanceof HistoryClosed closed) {
            return closed.by();
        }
        if (event instanceof AuthorAdmitted admitted) {
            return admitted.by();
        }
        if (event instanceof ReviewerAdmitted admitted) {
            return admitted.by();
        }
        if (event instanceof RoleChanged changed) {
            return changed.by();
        }
        return event instanceof AccessTakenBack taken ? taken.by() : null;
    }

    /** Whom it concerns. */
    static @Nullable PersonId to(@Nullable PostEvent event) {
        if (event instanceof AuthorAdmitted admitted) {
            return admitted.author();
        }
        if (event instanceof ReviewerAdmitted admitted) {
            return admitted.reviewer();
        }
        if (event instanceof RoleChanged changed) {
            return changed.person();
        }
        return event instanceof AccessTakenBack taken ? taken.person() : null;
    }
}
