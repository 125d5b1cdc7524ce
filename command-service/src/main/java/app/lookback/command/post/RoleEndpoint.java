package app.lookback.command.post;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.PostCommand.ChangeRole;
import app.lookback.command.post.PostCommand.TakeAccessBack;
import app.lookback.contract.PersonId;
import app.lookback.contract.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changing what a person may do with a post, and taking it back. */
@RestController
class RoleEndpoint {

    record NewRole(Role role) {}

    private final Decisions decisions;
    private final Membership membership;
    private final Time time;

    RoleEndpoint(Decisions decisions, Membership membership, Time time) {
        this.decisions = decisions;
        this.membership = membership;
        this.time = time;
    }

    @PostMapping("/api/posts/{post}/people/{person}/role")
    NewRole change(
            @PathVariable String post, @PathVariable String person, HttpServletRequest request, Principal principal) {
        var id = membership.requireMember(post, principal);
        var role = Body.json(request, NewRole.class, Body.SMALL);
        decisions.<Object>decide(
                new ChangeRole(id, person(person), role.role(), new PersonId(principal.getName()), time.now()));
        membership.forget(id);
        return role;
    }

    @DeleteMapping("/api/posts/{post}/people/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String post, @PathVariable String person, Principal principal) {
        var id = membership.requireMember(post, principal);
        var whose = person(person);
        decisions.<Object>decide(new TakeAccessBack(id, whose, new PersonId(principal.getName()), time.now()));
        membership.takenBack(id, whose);
    }

    private static PersonId person(String id) {
        try {
            return new PersonId(id);
        } catch (IllegalArgumentException notAnId) {
            throw new PostRefusal.NotAnAuthor();
        }
    }
}
