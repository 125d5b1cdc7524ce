package app.lookback.command.post;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import app.lookback.command.membership.Membership.DeletedPost;
import app.lookback.command.membership.Membership.ReadOnly;
import app.lookback.command.membership.Membership.UnknownPost;
import app.lookback.command.platform.Aggregates;
import app.lookback.command.post.PostCommand.ChangeRole;
import app.lookback.command.post.PostCommand.CloseHistory;
import app.lookback.command.post.PostCommand.CreatePost;
import app.lookback.command.post.PostCommand.DeletePost;
import app.lookback.command.post.PostCommand.MovePost;
import app.lookback.command.post.PostCommand.OpenHistory;
import app.lookback.command.post.PostCommand.PublishScheduled;
import app.lookback.command.post.PostCommand.RestorePost;
import app.lookback.command.post.PostCommand.SchedulePublication;
import app.lookback.command.post.PostCommand.TakeAccessBack;
import app.lookback.command.post.PostCommand.UnschedulePublication;
import app.lookback.command.post.PostCommand.WithdrawPost;
import app.lookback.contract.PersonId;
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
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.contract.Update;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A post besides its source: its path, its people, its images and its editions. */
@Aggregate(snapshotTriggerDefinition = Aggregates.SNAPSHOTS)
@Revision("7")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Post {

    private static final Duration FARTHEST = Duration.ofDays(5 * 365L);

    @AggregateIdentifier
    private PostId id;

    private String path;
    private String file = "";
    private Members members = new Members();
    private Album album = new Album();
    private int editions;
    private long newestEdition;
    private boolean withdrawn;
    private boolean historyOpen;
    private boolean deleted;
    private @Nullable PublicationScheduled scheduled;

    Post() {}

    @CommandHandler
    Post(CreatePost create) {
        apply(new PostCreated(create.post(), create.path(), create.author(), create.form(), create.at()));
    }

    @CommandHandler
    void move(MovePost move) {
        requireAuthor(move.by());
        if (!path.equals(move.path())) {
            apply(new PostMoved(id, move.path(), move.by(), move.at()));
        }
    }

    @CommandHandler
    void admit(AdmitAuthor admit) {
        requireAuthor(admit.by());
        if (!members.write(admit.author())) {
            apply(new AuthorAdmitted(id, admit.author(), admit.by(), admit.at()));
        }
    }

    @CommandHandler
    void admit(AdmitReviewer admit) {
        requireAuthor(admit.by());
        if (members.role(admit.reviewer()) == null) {
            apply(new ReviewerAdmitted(id, admit.reviewer(), admit.by(), admit.at()));
        }
    }

    @CommandHandler
    void change(ChangeRole change) {
        requireOwner(change.by());
        var before = members.role(change.person());
        if (before == null) {
            throw new PostRefusal.NotAnAuthor();
        }
        if (before == change.role()) {
            return;
        }
        members.requireAnotherOwner(change.person());
        apply(new RoleChanged(id, change.person(), change.role(), change.by(), change.at()));
    }

    @CommandHandler
    void takeBack(TakeAccessBack take) {
        requireMember(take.by());
        if (!take.by().equals(take.person())) {
            requireOwner(take.by());
        }
        members.requireAnotherOwner(take.person());
        if (members.role(take.person()) != null) {
            apply(new AccessTakenBack(id, take.person(), take.by(), take.at()));
        }
    }

    @CommandHandler
    void withdraw(WithdrawPost withdraw) {
        requireOwner(withdraw.by());
        if (editions == 0 || withdrawn) {
            throw new PostRefusal.NotPublished();
        }
        apply(new PostWithdrawn(id, withdraw.by(), withdraw.at()));
    }

    @CommandHandler
    void open(OpenHistory open) {
        requireAuthor(open.by());
        if (editions == 0) {
            throw new PostRefusal.NothingToWatch();
        }
        if (!historyOpen) {
            apply(new HistoryOpened(id, open.by(), open.at()));
        }
    }

    @CommandHandler
    void close(CloseHistory close) {
        requireAuthor(close.by());
        if (historyOpen) {
            apply(new HistoryClosed(id, close.by(), close.at()));
        }
    }

    @CommandHandler
    void delete(DeletePost delete) {
        requireOwner(delete.by());
        apply(new PostDeleted(id, delete.by(), delete.at()));
    }

    /** That {@code by} is an administrator is known to who sends this. */
    @CommandHandler
    void restore(RestorePost restore) {
        if (!deleted) {
            throw new PostRefusal.NotDeleted();
        }
        apply(new PostRestored(id, restore.by(), restore.at()));
    }

    @CommandHandler
    String add(AddImage image) {
        requireAuthor(image.by());
        if (!image.original().isEmpty()) {
            album.requireImage(image.original());
        }
        var known = album.pathOf(image.sha256());
        return album.offers(known) ? known : addTo(known == null ? image.path() : known, image);
    }

    private String addTo(String at, AddImage image) {
        apply(new ImageAdded(id, at, image.sha256(), image.mediaType(), image.size(), image.by(), image.at()));
        if (!image.original().isEmpty()) {
            apply(new ImageScaled(id, at, image.original(), image.by(), image.at()));
        }
        return at;
    }

    @CommandHandler
    void place(PlaceFile place) {
        requireAuthor(place.by());
        if (!place.file().equals(file)) {
            apply(new FilePlaced(id, place.file(), place.by(), place.at()));
        }
    }

    @CommandHandler
    void remove(RemoveImage remove) {
        requireAuthor(remove.by());
        album.requireImage(remove.path());
        if (album.offers(remove.path())) {
            apply(new ImageRemoved(id, remove.path(), remove.by(), remove.at()));
        }
    }

    @CommandHandler
    Published publish(PublishEdition publish) {
        requireAuthor(publish.by());
        requireNews(publish.revision(), publish.update());
        apply(new EditionPublished(id, editions + 1, publish.revision(), publish.by(), publish.at(), publish.update()));
        return new Published(editions, path);
    }

    @CommandHandler
    void schedule(SchedulePublication schedule) {
        requireAuthor(schedule.by());
        if (!schedule.due().isAfter(schedule.at())) {
            throw new PostRefusal.NotInTheFuture();
        }
        if (schedule.due().isAfter(schedule.at().plus(FARTHEST))) {
            throw new PostRefusal.TooFarAway();
        }
        requireNews(schedule.revision(), schedule.update());
        apply(new PublicationScheduled(
                id, schedule.revision(), schedule.due(), schedule.by(), schedule.at(), schedule.update()));
    }

    @CommandHandler
    void unschedule(UnschedulePublication unschedule) {
        requireAuthor(unschedule.by());
        if (scheduled != null) {
            apply(new PublicationUnscheduled(id, unschedule.by(), unschedule.at()));
        }
    }

    /** Whoever asks first publishes; whoever could not publish any more does not. */
    @CommandHandler
    void publish(PublishScheduled due) {
        if (scheduled == null || !scheduled.due().equals(due.due()) || due.at().isBefore(due.due())) {
            return;
        }
        boolean isOf = scheduled.revision() == newestEdition && !withdrawn;
        if (deleted || !members.write(scheduled.by()) || isOf) {
            apply(new PublicationUnscheduled(id, scheduled.by(), due.at()));
        } else {
            apply(new EditionPublished(
                    id, editions + 1, scheduled.revision(), scheduled.by(), scheduled.due(), scheduled.update()));
        }
    }

    private void requireNews(long revision, @Nullable Update update) {
        if (revision == newestEdition && !withdrawn) {
            throw new PostRefusal.RevisionPublished(revision, editions);
        }
        if (editions == 0 && update != null) {
            throw new PostRefusal.NothingToUpdate();
        }
    }

    private void requireMember(PersonId person) {
        if (members.role(person) == null) {
            throw new UnknownPost();
        }
        if (deleted) {
            throw new DeletedPost();
        }
    }

    private void requireAuthor(PersonId person) {
        requireMember(person);
        if (!members.write(person)) {
            throw new ReadOnly();
        }
    }

    private void requireOwner(PersonId person) {
        requireMember(person);
        if (members.role(person) != Role.OWNER) {
            throw new PostRefusal.OwnersOnly();
        }
    }

    @EventSourcingHandler
    void on(PostCreated created) {
        id = created.post();
        path = created.path();
        members.put(created.author(), Role.OWNER);
    }

    @EventSourcingHandler
    void on(PostMoved moved) {
        path = moved.path();
    }

    @EventSourcingHandler
    void on(FilePlaced placed) {
        file = placed.file();
    }

    @EventSourcingHandler
    void on(AuthorAdmitted admitted) {
        members.put(admitted.author(), Role.AUTHOR);
    }

    @EventSourcingHandler
    void on(ReviewerAdmitted admitted) {
        members.put(admitted.reviewer(), Role.REVIEWER);
    }

    @EventSourcingHandler
    void on(RoleChanged changed) {
        members.put(changed.person(), changed.role());
    }

    @EventSourcingHandler
    void on(AccessTakenBack taken) {
        members.remove(taken.person());
    }

    @EventSourcingHandler
    void on(ImageAdded added) {
        album.on(added);
    }

    @EventSourcingHandler
    void on(ImageRemoved removed) {
        album.on(removed);
    }

    @EventSourcingHandler
    void on(EditionPublished published) {
        editions = published.edition();
        newestEdition = published.revision();
        withdrawn = false;
        scheduled = null;
    }

    @EventSourcingHandler
    void on(PublicationScheduled event) {
        scheduled = event;
    }

    @EventSourcingHandler
    void on(PublicationUnscheduled event) {
        scheduled = null;
    }

    @EventSourcingHandler
    void on(PostWithdrawn gone) {
        withdrawn = true;
    }

    @EventSourcingHandler
    void on(HistoryOpened opened) {
        historyOpen = true;
    }

    @EventSourcingHandler
    void on(HistoryClosed closed) {
        historyOpen = false;
    }

    @EventSourcingHandler
    void on(PostDeleted gone) {
        deleted = true;
    }

    @EventSourcingHandler
    void on(PostRestored back) {
        deleted = false;
    }
}
