package app.lookback.query.library;

import app.lookback.contract.FileForm;
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
import app.lookback.contract.PostEvent.PublicationScheduled;
import app.lookback.contract.PostEvent.PublicationUnscheduled;
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostEvent.RoleChanged;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What the library holds of a post after the first {@code events} events of it.
 *
 * @param authors who writes it, owners included
 * @param scheduled null where nothing is
 * @param historyOpen whether readers may watch how it was written
 * @param placed where its file was placed in the site's folder; null where its path says it
 */
public record Shelved(
        @BsonId PostId post,
        long events,
        String path,
        FileForm form,
        List<PersonId> authors,
        List<Published> editions,
        Instant createdAt,
        @Nullable List<PersonId> ownersNow,
        @Nullable Integer withdrawnEdition,
        @Nullable List<PersonId> reviewersNow,
        @Nullable Deletion deleted,
        @Nullable String placed,
        @Nullable Scheduled scheduled,
        boolean historyOpen) {

    /** An edition as lists name it. */
    public record Published(int edition, long revision, Instant at, PersonId by) {}

    /** Which revision becomes an edition by itself, and when. */
    public record Scheduled(long revision, Instant due, PersonId by) {}

    /** Who deleted the post, and when. */
    public record Deletion(PersonId by, Instant at) {}

    static Shelved of(PostCreated created) {
        return new Shelved(
                created.post(),
                1,
                created.path(),
                created.form(),
                List.of(created.author()),
                List.of(),
                created.at(),
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    /** Where its file stands in the site's folder. A file {@code index.md} would hide the others from Hugo. */
    public String file() {
        var name = path.replaceAll("^/+|/+$", "");
        return placed != null
                ? placed
                : "content/" + (name.matches(".*(^|/)_?index") ? name + "/index.md" : name + ".md");
    }

    /** Until a role is changed, the first author owns the post alone. */
    public List<PersonId> owners() {
        return ownersNow == null ? List.of(authors.get(0)) : ownersNow;
    }

    public List<PersonId> reviewers() {
        return reviewersNow == null ? List.of() : reviewersNow;
    }

    /** All who were let in, those who write it first. */
    public List<PersonId> people() {
        return Stream.concat(authors.stream(), reviewers().stream()).toList();
    }

    /** What this person, one of the post's people, may do. */
    public Role role(PersonId person) {
        if (owners().contains(person)) {
            return Role.OWNER;
        }
        return authors.contains(person) ? Role.AUTHOR : Role.REVIEWER;
    }

    /** When the next edition comes by itself; null where none does. */
    public @Nullable Instant scheduledFor() {
        return scheduled == null ? null : scheduled.due();
    }

    /** Whether readers are not to find the editions. */
    public boolean withdrawn() {
        return withdrawnEdition != null && withdrawnEdition == editions.size();
    }

    Shelved after(PostEvent event) {
        if (event instanceof PostMoved moved) {
            return next(moved.path(), editions, withdrawnEdition, deleted);
        }
        if (event instanceof FilePlaced file) {
            return placedAt(file.file());
        }
        if (event instanceof EditionPublished e) {
            var published = new Published(e.edition(), e.revision(), e.at(), e.by());
            return next(path, with(editions, published), withdrawnEdition, deleted)
                    .unscheduled();
        }
        if (event instanceof PublicationScheduled e) {
            return scheduledAs(new Scheduled(e.revision(), e.due(), e.by()));
        }
        if (event instanceof PublicationUnscheduled) {
            return scheduledAs(null);
        }
        if (event instanceof HistoryOpened || event instanceof HistoryClosed) {
            return opened(event instanceof HistoryOpened);
        }
        if (event instanceof PostWithdrawn) {
            return next(path, editions, editions.size(), deleted);
        }
        if (event instanceof PostDeleted gone) {
            return next(path, editions, withdrawnEdition, new Deletion(gone.by(), gone.at()));
        }
        if (event instanceof PostRestored) {
            return next(path, editions, withdrawnEdition, null);
        }
        if (event instanceof ImageAdded || event instanceof ImageScaled || event instanceof ImageRemoved) {
            return next(path, editions, withdrawnEdition, deleted);
        }
        return withPeopleAfter(event);
    }

    private Shelved next(
            String newPath,
            List<Published> newEditions,
            @Nullable Integer newlyWithdrawn,
            @Nullable Deletion newlyDeleted) {
        return new Shelved(
                post,
                events + 1,
                newPath,
                form,
                authors,
                newEditions,
                createdAt,
                ownersNow,
                newlyWithdrawn,
                reviewersNow,
                newlyDeleted,
                placed,
                scheduled,
                historyOpen);
    }

    private Shelved unscheduled() {
        return standing(events, placed, null, historyOpen);
    }

    private Shelved scheduledAs(@Nullable Scheduled schedule) {
        return standing(events + 1, placed, schedule, historyOpen);
    }

    private Shelved placedAt(String file) {
        return standing(events + 1, file, scheduled, historyOpen);
    }

    private Shelved opened(boolean open) {
        return standing(events + 1, placed, scheduled, open);
    }

    private Shelved standing(long after, @Nullable String file, @Nullable Scheduled schedule, boolean open) {
        return new Shelved(
                post,
                after,
                path,
                form,
                authors,
                editions,
                createdAt,
                ownersNow,
                withdrawnEdition,
                reviewersNow,
                deleted,
                file,
                schedule,
                open);
    }

    private Shelved withPeopleAfter(PostEvent event) {
        if (event instanceof AuthorAdmitted admitted) {
            return has(admitted.author(), Role.AUTHOR);
        }
        if (event instanceof ReviewerAdmitted admitted) {
            return has(admitted.reviewer(), Role.REVIEWER);
        }
        if (event instanceof RoleChanged changed) {
            return has(changed.person(), changed.role());
        }
        if (event instanceof AccessTakenBack taken) {
            return has(taken.person(), null);
        }
        throw new IllegalArgumentException("A post is created once: " + event);
    }

    private Shelved has(PersonId person, @Nullable Role role) {
        boolean writes = role == Role.AUTHOR || role == Role.OWNER;
        return new Shelved(
                post,
                events + 1,
                path,
                form,
                turned(authors, person, writes),
                editions,
                createdAt,
                turned(owners(), person, role == Role.OWNER),
                withdrawnEdition,
                turned(reviewers(), person, role == Role.REVIEWER),
                deleted,
                placed,
                scheduled,
                historyOpen);
    }

    /** The list with this person in it, or without. */
    private static List<PersonId> turned(List<PersonId> list, PersonId person, boolean in) {
        return in
                ? with(list, person)
                : list.stream().filter(other -> !other.equals(person)).toList();
    }

    private static <T> List<T> with(List<T> list, T one) {
        return list.contains(one)
                ? list
                : Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
