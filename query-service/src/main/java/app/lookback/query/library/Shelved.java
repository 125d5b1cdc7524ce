package app.lookback.query.library;

import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;

/** What the library holds of a post after the first {@code events} events of it. */
public record Shelved(
        @BsonId PostId post,
        long events,
        String path,
        FileForm form,
        List<PersonId> authors,
        List<Published> editions,
        Instant createdAt) {

    /** An edition as lists name it. */
    public record Published(int edition, long revision, Instant at, PersonId by) {}

    static Shelved of(PostCreated created) {
        return new Shelved(
                created.post(), 1, created.path(), created.form(), List.of(created.author()), List.of(), created.at());
    }

    Shelved after(PostEvent event) {
        if (event instanceof PostMoved moved) {
            return next(moved.path(), authors, editions);
        }
        if (event instanceof AuthorAdmitted admitted) {
            return next(path, with(authors, admitted.author()), editions);
        }
        if (event instanceof EditionPublished e) {
            return next(path, authors, with(editions, new Published(e.edition(), e.revision(), e.at(), e.by())));
        }
        if (event instanceof ImageAdded) {
            return next(path, authors, editions);
        }
        throw new IllegalArgumentException("A post is created once: " + event);
    }

    private Shelved next(String newPath, List<PersonId> newAuthors, List<Published> newEditions) {
        return new Shelved(post, events + 1, newPath, form, newAuthors, newEditions, createdAt);
    }

    private static <T> List<T> with(List<T> list, T one) {
        return list.contains(one)
                ? list
                : Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
