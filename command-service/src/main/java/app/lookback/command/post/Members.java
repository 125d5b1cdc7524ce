package app.lookback.command.post;

import app.lookback.contract.PersonId;
import app.lookback.contract.Role;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who was let into a post, and as what. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Members {

    private Map<String, Role> roles = new HashMap<>();

    @Nullable
    Role role(PersonId person) {
        return roles.get(person.value());
    }

    /** Whether the person writes the post. */
    boolean write(PersonId person) {
        return role(person) == Role.AUTHOR || role(person) == Role.OWNER;
    }

    void requireAnotherOwner(PersonId person) {
        long owners = roles.values().stream().filter(role -> role == Role.OWNER).count();
        if (owners == 1 && role(person) == Role.OWNER) {
            throw new PostRefusal.LastOwner();
        }
    }

    void put(PersonId person, Role role) {
        roles.put(person.value(), role);
    }

    void remove(PersonId person) {
        roles.remove(person.value());
    }
}
