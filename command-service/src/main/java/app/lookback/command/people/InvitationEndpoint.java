package app.lookback.command.people;

import app.lookback.command.membership.Membership;
import app.lookback.command.people.Acceptance.AcceptInvitation;
import app.lookback.command.people.Acceptance.JoinByInvitation;
import app.lookback.command.people.Acceptance.Joined;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.platform.Token;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inviting, and accepting with an account or with a new one. */
@RestController
class InvitationEndpoint {

    private static final Duration VALID = Duration.ofDays(7);

    record Invited(String token, Instant expires) {}

    record InvitedAs(Role role) {}

    record Accepted(PostId post) {}

    record NewAccount(String name, String password) {}

    private final Invitations invitations;
    private final Membership membership;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Decisions decisions;
    private final Time time;

    InvitationEndpoint(
            Invitations invitations,
            Membership membership,
            Passwords passwords,
            SignIn signIn,
            Decisions decisions,
            Time time) {
        this.invitations = invitations;
        this.membership = membership;
        this.passwords = passwords;
        this.signIn = signIn;
        this.decisions = decisions;
        this.time = time;
    }

    @PostMapping("/api/posts/{post}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var role = role(request);
        var token = Token.random();
        var expires = time.now().plus(VALID);
        invitations.store(token, id, role, new PersonId(person.getName()), expires);
        return new Invited(token.text(), expires);
    }

    /** Without a body it is for an author. */
    private static Role role(HttpServletRequest request) {
        if (request.getContentLengthLong() <= 0 && request.getContentType() == null) {
            return Role.AUTHOR;
        }
        var role = Body.json(request, InvitedAs.class, Body.SMALL).role();
        if (role == Role.OWNER) {
            throw new Body.Malformed("Invite an author or a reviewer; who is in can be made an owner.");
        }
        return role;
    }

    @DeleteMapping("/api/posts/{post}/invitations/{hash}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String post, @PathVariable String hash, Principal person) {
        invitations.revoke(hash, membership.requireAuthor(post, person));
    }

    @PostMapping("/api/invitations/{token}/acceptance")
    Accepted accept(@PathVariable String token, Principal person) {
        var accept = new AcceptInvitation(new Token(token), new PersonId(person.getName()), time.now());
        return new Accepted(decisions.decide(accept));
    }

    @PostMapping("/api/invitations/{token}/account")
    @ResponseStatus(HttpStatus.CREATED)
    Joined join(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var account = Body.json(request, NewAccount.class, Body.SMALL);
        var name = AccountName.of(account.name());
        var link = new Token(token);
        if (!invitations.isOpen(link, time.now())) {
            throw new Invitations.UnknownInvitation();
        }
        var passwordHash = passwords.hash(account.password());
        Joined joined = decisions.decide(new JoinByInvitation(link, name, passwordHash, time.now()));
        signIn.open(joined.person(), request, response);
        return joined;
    }
}
