package app.lookback.command.membership;

import app.lookback.command.platform.Refusal;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Lets a post's people through, each as far as their role goes. What is remembered is believed for two seconds when it says
 * yes, and is read again from the log before it says no. The node that takes access back, or deletes the post, forgets at
 * once; the others within those seconds.
 */
@Component
public class Membership {

    private static final int POSTS_REMEMBERED = 10_000;
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final EventStore log;
    private final Cache<PostId, Members> posts = Caffeine.newBuilder()
            .maximumSize(POSTS_REMEMBERED)
            .expireAfterWrite(BELIEVED)
            .build();
    private final List<BiConsumer<PostId, PersonId>> listeners = new CopyOnWriteArrayList<>();

    Membership(EventStore log) {
        this.log = log;
    }

    /** The post with this id, provided that the signed-in person may write it. */
    public PostId requireAuthor(String post, Principal person) {
        var id = parsed(post);
        var who = new PersonId(person.getName());
        if (!isAuthor(id, who)) {
            posts.get(id, this::read).requireMember(who);
            throw new ReadOnly();
        }
        return id;
    }

    /** The post with this id, provided that the signed-in person was let into it. */
    public PostId requireMember(String post, Principal person) {
        var id = parsed(post);
        var who = new PersonId(person.getName());
        if (!isMember(id, who)) {
            posts.get(id, this::read).requireMember(who);
        }
        return id;
    }

    /** The post with this id, deleted or not, provided that there ever was one. */
    public PostId requireExisting(String post) {
        var id = parsed(post);
        if (log.lastSequenceNumberFor(id.value()).isEmpty()) {
            throw new UnknownPost();
        }
        return id;
    }

    private static PostId parsed(String post) {
        try {
            return new PostId(post);
        } catch (IllegalArgumentException notAnId) {
            throw new UnknownPost();
        }
    }

    public boolean isAuthor(PostId post, PersonId person) {
        return is(post, members -> members.mayWrite(person));
    }

    public boolean isMember(PostId post, PersonId person) {
        return is(post, members -> members.mayRead(person));
    }

    private boolean is(PostId post, Predicate<Members> so) {
        var remembered = posts.getIfPresent(post);
        if (remembered != null && so.test(remembered)) {
            return true;
        }
        var now = read(post);
        posts.put(post, now);
        return so.test(now);
    }

    private Members read(PostId post) {
        return Members.of(log.readEvents(post.value(), 0).asStream().map(event -> event.getPayload()));
    }

    /** Hears, on this node, whose access to which post was taken back. */
    public void whenTakenBack(BiConsumer<PostId, PersonId> listener) {
        listeners.add(listener);
    }

    /** To be called once the log says so. */
    public void takenBack(PostId post, PersonId person) {
        forget(post);
        listeners.forEach(listener -> listener.accept(post, person));
    }

    /** To be called once the log says so: nobody is let in any more. */
    public void deleted(PostId post) {
        read(post).people().forEach(person -> takenBack(post, person));
    }

    /** To be called once the log says that someone's role is another one. */
    public void forget(PostId post) {
        posts.invalidate(post);
    }

    /** No post, or none of this person's: which of the two is not for them to know. */
    public static final class UnknownPost extends Refusal {
        public UnknownPost() {
            super(Kind.UNKNOWN, "unknown-post", "There is no such post, or you were not let into it.");
        }
    }

    /** The post was deleted; only who was let into it learns so. */
    public static final class DeletedPost extends Refusal {
        public DeletedPost() {
            super(Kind.GONE, "deleted", "This post was deleted. An administrator can bring it back.");
        }
    }

    /** Who reviews reads and does not write. */
    public static final class ReadOnly extends Refusal {
        public ReadOnly() {
            super(
                    Kind.NOT_ALLOWED,
                    "read-only",
                    "You review this post and cannot change it. Ask an owner to make you an author.");
        }
    }
}
