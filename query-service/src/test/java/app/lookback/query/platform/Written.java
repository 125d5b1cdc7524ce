package app.lookback.query.platform;

import app.lookback.contract.FileForm;
import app.lookback.contract.ManuscriptEvent.ManuscriptStarted;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.MarkEvent;
import app.lookback.contract.MarkEvent.LabelRemoved;
import app.lookback.contract.MarkEvent.LabelRenamed;
import app.lookback.contract.MarkEvent.RevisionLabelled;
import app.lookback.contract.MarkEvent.RevisionRestored;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
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
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostEvent.RoleChanged;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.contract.Update;
import app.lookback.text.ChangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** What happened to one post, told in the order in which it happened, as the log keeps it. */
public final class Written {

    public final PostId post = PostId.random();

    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private final List<String> sources = new ArrayList<>(List.of(""));
    private Instant now = Instant.parse("2026-05-04T08:00:00Z");
    private long postEvents;
    private long marks;
    private int editions;

    public static Written by(PersonId author, String path) {
        return by(author, path, FileForm.PLAIN);
    }

    public static Written by(PersonId author, String path, FileForm form) {
        var written = new Written();
        written.happened(new PostCreated(written.post, path, author, form, written.now));
        written.manuscript(0, new ManuscriptStarted(written.post, written.now));
        return written;
    }

    public Written after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    public Written types(PersonId author, int at, String text) {
        return edits(author, ChangeSet.replace(newest().length(), at, at, text));
    }

    public Written edits(PersonId author, ChangeSet changes) {
        sources.add(changes.apply(newest()));
        after(Duration.ofSeconds(1));
        long revision = revision();
        manuscript(
                revision,
                new SourceEdited(
                        post, revision, author, "5d2f2a52-9d86-4b7a-8f4e-b7a5a1c0d001", revision, changes, now));
        return this;
    }

    public Written moved(PersonId by, String path) {
        return happened(new PostMoved(post, path, by, now));
    }

    public Written placed(PersonId by, String file) {
        return happened(new FilePlaced(post, file, by, now));
    }

    public Written admitted(PersonId author, PersonId by) {
        return happened(new AuthorAdmitted(post, author, by, now));
    }

    public Written pictured(PersonId by, String path, byte[] bytes) {
        return happened(new ImageAdded(post, path, Hash.sha256(bytes), "image/png", bytes.length, by, now));
    }

    public Written scaled(PersonId by, String path, String original) {
        return happened(new ImageScaled(post, path, original, by, now));
    }

    public Written pictureRemoved(PersonId by, String path) {
        return happened(new ImageRemoved(post, path, by, now));
    }

    public Written published(PersonId by) {
        return happened(new EditionPublished(post, ++editions, revision(), by, now));
    }

    public Written updated(PersonId by, Update update) {
        return happened(new EditionPublished(post, ++editions, revision(), by, now, update));
    }

    public Written labelled(PersonId by, int label, long revision, String name) {
        return marked(new RevisionLabelled(post, label, revision, name, by, now));
    }

    public Written renamed(PersonId by, int label, String name) {
        return marked(new LabelRenamed(post, label, name, by, now));
    }

    public Written unlabelled(PersonId by, int label) {
        return marked(new LabelRemoved(post, label, by, now));
    }

    public Written broughtBack(PersonId by, long revision, long as) {
        return marked(new RevisionRestored(post, revision, as, true, by, now));
    }

    private Written marked(MarkEvent event) {
        events.add(new GenericDomainEventMessage<>("Marks", post.marks(), marks++, event));
        return this;
    }

    public Written withdrawn(PersonId by) {
        return happened(new PostWithdrawn(post, by, now));
    }

    public Written historyOpened(PersonId by) {
        return happened(new HistoryOpened(post, by, now));
    }

    public Written historyClosed(PersonId by) {
        return happened(new HistoryClosed(post, by, now));
    }

    public Written deleted(PersonId by) {
        return happened(new PostDeleted(post, by, now));
    }

    public Written restored(PersonId by) {
        return happened(new PostRestored(post, by, now));
    }

    public Written reviewedBy(PersonId reviewer, PersonId by) {
        return happened(new ReviewerAdmitted(post, reviewer, by, now));
    }

    public Written owns(PersonId person, PersonId by) {
        return happened(new RoleChanged(post, person, Role.OWNER, by, now));
    }

    public Written tookBack(PersonId person, PersonId by) {
        return happened(new AccessTakenBack(post, person, by, now));
    }

    private Written happened(PostEvent event) {
        events.add(new GenericDomainEventMessage<>("Post", post.value(), postEvents++, event));
        return this;
    }

    private void manuscript(long number, Object event) {
        events.add(new GenericDomainEventMessage<>("Manuscript", post.manuscript(), number, event));
    }

    public long revision() {
        return sources.size() - 1;
    }

    public String newest() {
        return source(revision());
    }

    public String source(long revision) {
        return sources.get(Math.toIntExact(revision));
    }

    public List<DomainEventMessage<?>> events() {
        return List.copyOf(events);
    }

    /** What happened since the last time that this was asked. */
    public List<DomainEventMessage<?>> takeEvents() {
        var taken = events();
        events.clear();
        return taken;
    }
}
