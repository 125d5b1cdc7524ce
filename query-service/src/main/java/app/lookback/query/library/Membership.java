package app.lookback.query.library;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostId;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.Deleted;
import app.lookback.query.platform.LogTail;
import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.Readiness;
import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who was let into which post. */
@Component
public class Membership {

    private static final int POSTS_REMEMBERED = 10_000;

    private final Library library;
    private final Readiness readiness;

    /** The view may not know yet what the head of the log says. */
    private final Set<PostId> deletedLately = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PostId, Boolean> eldest) {
            return size() > POSTS_REMEMBERED;
        }
    });

    @Autowired
    Membership(Library library, Readiness readiness, LogTail tail) {
        this(library, readiness);
        tail.listen(this::happened);
    }

    Membership(Library library, Readiness readiness) {
        this.library = library;
        this.readiness = readiness;
    }

    void happened(EventMessage<?> event) {
        if (event.getPayloadType() == PostDeleted.class) {
            synchronized (deletedLately) {
                deletedLately.add(((PostDeleted) event.getPayload()).post());
            }
        } else if (event.getPayloadType() == PostRestored.class) {
            synchronized (deletedLately) {
                deletedLately.remove(((PostRestored) event.getPayload()).post());
            }
        }
    }

    private boolean isDeleted(Shelved shelved) {
        synchronized (deletedLately) {
            return shelved.deleted() != null || deletedLately.contains(shelved.post());
        }
    }

    /** The post of this name, where the signed-in person was let into it. */
    public PostId enter(String name, Principal who) {
        var shelved = parsed(name)
                .flatMap(post -> library.find(post, new PersonId(who.getName())))
                .orElseThrow(this::unknown);
        if (isDeleted(shelved)) {
            throw new Deleted();
        }
        return shelved.post();
    }

    private RuntimeException unknown() {
        return readiness.isFarBehind("library")
                ? new BeingRebuilt()
                : new NotFound("There is no such post, or you have not been let into it.");
    }

    private static Optional<PostId> parsed(String name) {
        try {
            return Optional.of(new PostId(name));
        } catch (IllegalArgumentException notAPost) {
            return Optional.empty();
        }
    }

    public boolean mayRead(PostId post, PersonId person) {
        return library.find(post, person).filter(shelved -> !isDeleted(shelved)).isPresent();
    }
}
