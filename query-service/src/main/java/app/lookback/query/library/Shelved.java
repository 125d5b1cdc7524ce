package app.lookback.query.library;

import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
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
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What the library holds of a post after the first {@code events} events of it. */
public record Shelved(
        @BsonId PostId post,
        long events,
        String path,
        FileForm form,
        List<PersonId> authors,
        List<Published> editions,
        Instant createdAt,
        @Nullable List<PersonId> ownersNow,
        @Nullable Integer withdrawnEdition) {

    /** An edition as lists name it. */
    public record Published(int edition, long revision, Instant at, PersonId by) {}

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
                null);
    }

    /** Until a role is changed, the first author owns the post alone. */
    public List<PersonId> owners() {
        return ownersNow == null ? List.of(authors.get(0)) : ownersNow;
    }

    /** Whether readers are not to find the editions. */
    public boolean withdrawn() {
        return withdrawnEdition != null && withdrawnEdition == editions.size();
    }

    Shelved after(PostEvent event) {
        if (event instanceof PostMoved moved) {
            return next(moved.path(), authors, editions, ownersNow, withdrawnEdition);
        }
        if (event instanceof AuthorAdmitted admitted) {
            return next(path, with(authors, admitted.author()), editions, owners(), withdrawnEdition);
        }
        if (event instanceof EditionPublished e) {
            var published = new Published(e.edition(), e.revision(), e.at(), e.by());
            return next(path, authors, with(editions, published), ownersNow, withdrawnEdition);
        }
        if (event instanceof PostWithdrawn) {
            return next(path, authors, editions, ownersNow, editions.size());
        }
        if (event instanceof ImageAdded) {
            return next(path, authors, editions, ownersNow, withdrawnEdition);
        }
        return withPeopleAfter(event);
    }

    private Shelved withPeopleAfter(PostEvent event) {
        if (event instanceof RoleChanged changed) {
            var newOwners = changed.role() == Role.OWNER
                    ? with(owners(), changed.person())
                    : without(owners(), changed.person());
            return next(path, authors, editions, newOwners, withdrawnEdition);
        }
        if (event instanceof AccessTakenBack taken) {
            var newOwners = without(owners(), taken.person());
            return next(path, without(authors, taken.person()), editions, newOwners, withdrawnEdition);
        }
        throw new IllegalArgumentException("A post is created once: " + event);
    }

    private Shelved next(
            String newPath,
            List<PersonId> newAuthors,
            List<Published> newEditions,
            @Nullable List<PersonId> newOwners,
            @Nullable Integer newlyWithdrawn) {
        return new Shelved(
                post, events + 1, newPath, form, newAuthors, newEditions, createdAt, newOwners, newlyWithdrawn);
    }

    private static <T> List<T> without(List<T> list, T one) {
        return list.stream().filter(other -> !other.equals(one)).toList();
    }

    private static <T> List<T> with(List<T> list, T one) {
        return list.contains(one)
                ? list
                : Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
