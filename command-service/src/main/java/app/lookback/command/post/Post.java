package app.lookback.command.post;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import app.lookback.command.membership.Membership.UnknownPost;
import app.lookback.command.platform.Aggregates;
import app.lookback.command.post.PostCommand.ChangeRole;
import app.lookback.command.post.PostCommand.CreatePost;
import app.lookback.command.post.PostCommand.MovePost;
import app.lookback.command.post.PostCommand.PublishEdition;
import app.lookback.command.post.PostCommand.TakeAccessBack;
import app.lookback.command.post.PostCommand.WithdrawPost;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.contract.PostEvent.RoleChanged;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A post besides its source: its path, its people, its images and its editions. */
@Aggregate(snapshotTriggerDefinition = Aggregates.SNAPSHOTS)
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Post {

    @AggregateIdentifier
    private PostId id;

    private String path;
    private LinkedHashSet<PersonId> authors = new LinkedHashSet<>();
    private LinkedHashSet<PersonId> owners = new LinkedHashSet<>();
    private Map<String, String> pathsOfImages = new HashMap<>();
    private int editions;
    private long newestEdition;
    private boolean withdrawn;

    Post() {}

    @CommandHandler
    Post(CreatePost create) {
        apply(new PostCreated(create.post(), create.path(), create.author(), create.form(), create.at()));
    }

    @CommandHandler
    void move(MovePost move) {
        requireAuthor(move.by());
        if (path.equals(move.path())) {
            return;
        }
        if (editions > 0) {
            throw new PostRefusal.PathPublished(path);
        }
        apply(new PostMoved(id, move.path(), move.by(), move.at()));
    }

    @CommandHandler
    void admit(AdmitAuthor admit) {
        requireAuthor(admit.by());
        if (!authors.contains(admit.author())) {
            apply(new AuthorAdmitted(id, admit.author(), admit.by(), admit.at()));
        }
    }

    @CommandHandler
    void change(ChangeRole change) {
        requireOwner(change.by());
        if (!authors.contains(change.person())) {
            throw new PostRefusal.NotAnAuthor();
        }
        if (owners.contains(change.person()) == (change.role() == Role.OWNER)) {
            return;
        }
        requireAnotherOwner(change.person());
        apply(new RoleChanged(id, change.person(), change.role(), change.by(), change.at()));
    }

    @CommandHandler
    void takeBack(TakeAccessBack take) {
        requireAuthor(take.by());
        if (!take.by().equals(take.person())) {
            requireOwner(take.by());
        }
        requireAnotherOwner(take.person());
        if (authors.contains(take.person())) {
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
    String add(AddImage image) {
        requireAuthor(image.by());
        var known = pathsOfImages.get(image.sha256());
        if (known != null) {
            return known;
        }
        apply(new ImageAdded(
                id, image.path(), image.sha256(), image.mediaType(), image.size(), image.by(), image.at()));
        return image.path();
    }

    @CommandHandler
    Published publish(PublishEdition publish) {
        requireAuthor(publish.by());
        if (publish.revision() == newestEdition && !withdrawn) {
            throw new PostRefusal.RevisionPublished(publish.revision(), editions);
        }
        apply(new EditionPublished(id, editions + 1, publish.revision(), publish.by(), publish.at()));
        return new Published(editions, path);
    }

    private void requireAuthor(PersonId person) {
        if (!authors.contains(person)) {
            throw new UnknownPost();
        }
    }

    private void requireOwner(PersonId person) {
        requireAuthor(person);
        if (!owners.contains(person)) {
            throw new PostRefusal.OwnersOnly();
        }
    }

    private void requireAnotherOwner(PersonId person) {
        if (owners.size() == 1 && owners.contains(person)) {
            throw new PostRefusal.LastOwner();
        }
    }

    @EventSourcingHandler
    void on(PostCreated created) {
        id = created.post();
        path = created.path();
        authors.add(created.author());
        owners.add(created.author());
    }

    @EventSourcingHandler
    void on(PostMoved moved) {
        path = moved.path();
    }

    @EventSourcingHandler
    void on(AuthorAdmitted admitted) {
        authors.add(admitted.author());
    }

    @EventSourcingHandler
    void on(RoleChanged changed) {
        if (changed.role() == Role.OWNER) {
            owners.add(changed.person());
        } else {
            owners.remove(changed.person());
        }
    }

    @EventSourcingHandler
    void on(AccessTakenBack taken) {
        authors.remove(taken.person());
        owners.remove(taken.person());
    }

    @EventSourcingHandler
    void on(ImageAdded added) {
        pathsOfImages.put(added.sha256(), added.path());
    }

    @EventSourcingHandler
    void on(EditionPublished published) {
        editions = published.edition();
        newestEdition = published.revision();
        withdrawn = false;
    }

    @EventSourcingHandler
    void on(PostWithdrawn gone) {
        withdrawn = true;
    }
}
