package app.lookback.query.library;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.Deleted;
import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.Readiness;
import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who was let into which post. */
@Component
public class Membership {

    private final Library library;
    private final Readiness readiness;

    Membership(Library library, Readiness readiness) {
        this.library = library;
        this.readiness = readiness;
    }

    /** The post of this name, where the signed-in person was let into it. */
    public PostId enter(String name, Principal who) {
        var shelved = parsed(name)
                .flatMap(post -> library.find(post, new PersonId(who.getName())))
                .orElseThrow(this::unknown);
        if (shelved.deleted() != null) {
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
        return library.find(post, person)
                .filter(shelved -> shelved.deleted() == null)
                .isPresent();
    }
}
