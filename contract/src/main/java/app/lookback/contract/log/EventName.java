package app.lookback.contract.log;

import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.ManuscriptEvent.ManuscriptStarted;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.MarkEvent.LabelRemoved;
import app.lookback.contract.MarkEvent.LabelRenamed;
import app.lookback.contract.MarkEvent.RevisionLabelled;
import app.lookback.contract.MarkEvent.RevisionRestored;
import app.lookback.contract.MarkEvent.SourceImported;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.FilePlaced;
import app.lookback.contract.PostEvent.HistoryClosed;
import app.lookback.contract.PostEvent.HistoryOpened;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.ImageRemoved;
import app.lookback.contract.PostEvent.ImageScaled;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.contract.PostEvent.PublicationScheduled;
import app.lookback.contract.PostEvent.PublicationUnscheduled;
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostEvent.RoleChanged;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import java.util.Arrays;
import java.util.Optional;

/** The name and version under which each event stands in the log, whatever its class is called or becomes. */
public enum EventName {
    MANUSCRIPT_STARTED("manuscript.started", "1", ManuscriptStarted.class),
    SOURCE_EDITED("manuscript.source-edited", "2", SourceEdited.class),
    POST_CREATED("post.created", "1", PostCreated.class),
    POST_MOVED("post.moved", "1", PostMoved.class),
    FILE_PLACED("post.file-placed", "1", FilePlaced.class),
    AUTHOR_ADMITTED("post.author-admitted", "1", AuthorAdmitted.class),
    REVIEWER_ADMITTED("post.reviewer-admitted", "1", ReviewerAdmitted.class),
    ROLE_CHANGED("post.role-changed", "1", RoleChanged.class),
    ACCESS_TAKEN_BACK("post.access-taken-back", "1", AccessTakenBack.class),
    IMAGE_ADDED("post.image-added", "1", ImageAdded.class),
    IMAGE_SCALED("post.image-scaled", "1", ImageScaled.class),
    IMAGE_REMOVED("post.image-removed", "1", ImageRemoved.class),
    EDITION_PUBLISHED("post.edition-published", "1", EditionPublished.class),
    PUBLICATION_SCHEDULED("post.publication-scheduled", "1", PublicationScheduled.class),
    PUBLICATION_UNSCHEDULED("post.publication-unscheduled", "1", PublicationUnscheduled.class),
    REVISION_LABELLED("marks.revision-labelled", "1", RevisionLabelled.class),
    LABEL_RENAMED("marks.label-renamed", "1", LabelRenamed.class),
    LABEL_REMOVED("marks.label-removed", "1", LabelRemoved.class),
    REVISION_RESTORED("marks.revision-restored", "1", RevisionRestored.class),
    SOURCE_IMPORTED("marks.source-imported", "1", SourceImported.class),
    POST_WITHDRAWN("post.withdrawn", "1", PostWithdrawn.class),
    HISTORY_OPENED("post.history-opened", "1", HistoryOpened.class),
    HISTORY_CLOSED("post.history-closed", "1", HistoryClosed.class),
    POST_DELETED("post.deleted", "1", PostDeleted.class),
    POST_RESTORED("post.restored", "1", PostRestored.class),
    FILE_KEPT("site.file-kept", "1", FileKept.class),
    FILE_REMOVED("site.file-removed", "1", FileRemoved.class),
    ADDRESS_CLAIMED("address.claimed", "1", AddressClaimed.class);

    private final String text;
    private final String version;
    private final Class<?> type;

    EventName(String text, String version, Class<?> type) {
        this.text = text;
        this.version = version;
        this.type = type;
    }

    public String text() {
        return text;
    }

    public String version() {
        return version;
    }

    public Class<?> type() {
        return type;
    }

    static Optional<EventName> of(Class<?> type) {
        return Arrays.stream(values()).filter(name -> name.type == type).findFirst();
    }

    static Optional<EventName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
    }
}
