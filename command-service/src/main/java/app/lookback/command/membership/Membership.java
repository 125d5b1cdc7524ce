package app.lookback.command.membership;

import app.lookback.command.platform.Refusal;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.Principal;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Lets the authors of a post through. Once admitted, an author stays one: so what is remembered may be trusted when it
 * says yes, and is read again from the log before it says no, on whichever node the admission happened.
 */
@Component
public class Membership {

    private static final int POSTS_REMEMBERED = 10_000;

    private final EventStore log;
    private final Cache<PostId, Set<PersonId>> authors =
            Caffeine.newBuilder().maximumSize(POSTS_REMEMBERED).build();

    Membership(EventStore log) {
        this.log = log;
    }

    /** The post with this id, provided that the signed-in person is one of its authors. */
    public PostId requireAuthor(String post, Principal person) {
        var id = existing(post);
        if (!isAuthor(id, new PersonId(person.getName()))) {
            throw new UnknownPost();
        }
        return id;
    }

    private static PostId existing(String post) {
        try {
            return new PostId(post);
        } catch (IllegalArgumentException notAnId) {
            throw new UnknownPost();
        }
    }

    public boolean isAuthor(PostId post, PersonId person) {
        var remembered = authors.getIfPresent(post);
        return remembered != null && remembered.contains(person) || read(post).contains(person);
    }

    private Set<PersonId> read(PostId post) {
        var found = new HashSet<PersonId>();
        log.readEvents(post.value(), 0).forEachRemaining(event -> {
            if (event.getPayload() instanceof PostCreated created) {
                found.add(created.author());
            } else if (event.getPayload() instanceof AuthorAdmitted admitted) {
                found.add(admitted.author());
            }
        });
        if (!found.isEmpty()) {
            authors.put(post, Set.copyOf(found));
        }
        return found;
    }

    /** No post, or none of this person's: which of the two is not for them to know. */
    public static final class UnknownPost extends Refusal {
        public UnknownPost() {
            super(Kind.UNKNOWN, "unknown-post", "There is no such post, or you were not let into it.");
        }
    }
}
