package app.lookback.command.membership;

import app.lookback.command.platform.Refusal;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.Principal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Lets the authors of a post through. What is remembered is believed for two seconds when it says yes, and is read again
 * from the log before it says no. The node that takes access back forgets at once; the others within those seconds.
 */
@Component
public class Membership {

    private static final int POSTS_REMEMBERED = 10_000;
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final EventStore log;
    private final Cache<PostId, Set<PersonId>> authors = Caffeine.newBuilder()
            .maximumSize(POSTS_REMEMBERED)
            .expireAfterWrite(BELIEVED)
            .build();
    private final List<BiConsumer<PostId, PersonId>> listeners = new CopyOnWriteArrayList<>();

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

    /** Hears, on this node, whose access to which post was taken back. */
    public void whenTakenBack(BiConsumer<PostId, PersonId> listener) {
        listeners.add(listener);
    }

    /** To be called once the log says so. */
    public void takenBack(PostId post, PersonId person) {
        authors.invalidate(post);
        listeners.forEach(listener -> listener.accept(post, person));
    }

    private Set<PersonId> read(PostId post) {
        var found = new HashSet<PersonId>();
        log.readEvents(post.value(), 0).forEachRemaining(event -> {
            if (event.getPayload() instanceof PostCreated created) {
                found.add(created.author());
            } else if (event.getPayload() instanceof AuthorAdmitted admitted) {
                found.add(admitted.author());
            } else if (event.getPayload() instanceof AccessTakenBack taken) {
                found.remove(taken.person());
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
