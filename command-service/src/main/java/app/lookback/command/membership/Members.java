package app.lookback.command.membership;

import app.lookback.command.membership.Membership.DeletedPost;
import app.lookback.command.membership.Membership.UnknownPost;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostEvent.RoleChanged;
import app.lookback.contract.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who was let into a post, as what, and whether it is there at all. */
record Members(Map<PersonId, Role> roles, boolean deleted) {

    static Members of(Stream<?> events) {
        var roles = new HashMap<PersonId, Role>();
        var deleted = new boolean[1];
        events.forEach(event -> {
            if (event instanceof PostCreated created) {
                roles.put(created.author(), Role.OWNER);
            } else if (event instanceof AuthorAdmitted admitted) {
                roles.put(admitted.author(), Role.AUTHOR);
            } else if (event instanceof ReviewerAdmitted admitted) {
                roles.put(admitted.reviewer(), Role.REVIEWER);
            } else if (event instanceof RoleChanged changed) {
                roles.put(changed.person(), changed.role());
            } else if (event instanceof AccessTakenBack taken) {
                roles.remove(taken.person());
            } else if (event instanceof PostDeleted || event instanceof PostRestored) {
                deleted[0] = event instanceof PostDeleted;
            }
        });
        return new Members(Map.copyOf(roles), deleted[0]);
    }

    Set<PersonId> people() {
        return roles.keySet();
    }

    boolean mayRead(PersonId person) {
        return !deleted && roles.containsKey(person);
    }

    boolean mayWrite(PersonId person) {
        return mayRead(person) && roles.get(person) != Role.REVIEWER;
    }

    void requireMember(PersonId person) {
        if (!roles.containsKey(person)) {
            throw new UnknownPost();
        }
        if (deleted) {
            throw new DeletedPost();
        }
    }
}
