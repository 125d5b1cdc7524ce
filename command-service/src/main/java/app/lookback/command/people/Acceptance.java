package app.lookback.command.people;

import app.lookback.command.membership.Membership;
import app.lookback.command.people.Invitations.Invitation;
import app.lookback.command.platform.Token;
import app.lookback.command.post.AdmitAuthor;
import app.lookback.command.post.AdmitReviewer;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Accepting an invitation: the account, the invitation's use and the admission are one unit of work, or none. */
@Component
class Acceptance {

    /** A signed-in person accepts. */
    record AcceptInvitation(Token token, PersonId person, Instant at) {}

    /** A newcomer makes an account and accepts. */
    record JoinByInvitation(Token token, AccountName name, String passwordHash, Instant at) {}

    record Joined(Person person, PostId post) {}

    private final Accounts accounts;
    private final Invitations invitations;
    private final Membership membership;
    private final CommandGateway commands;

    Acceptance(Accounts accounts, Invitations invitations, Membership membership, CommandGateway commands) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.membership = membership;
        this.commands = commands;
    }

    @CommandHandler
    PostId accept(AcceptInvitation accept) {
        var invitation = invitations.hold(accept.token(), accept.person(), accept.at());
        if (!isIn(invitation, accept.person())) {
            if (invitation.usedBy() != null) {
                throw new Invitations.UnknownInvitation();
            }
            commands.<Object>sendAndWait(admission(invitation, accept));
            invitations.use(accept.token(), accept.person(), accept.at());
        }
        return invitation.post();
    }

    /** An author's invitation is of use to a reviewer too. */
    private boolean isIn(Invitation invitation, PersonId person) {
        return invitation.role() == Role.REVIEWER
                ? membership.isMember(invitation.post(), person)
                : membership.isAuthor(invitation.post(), person);
    }

    private static Object admission(Invitation to, AcceptInvitation accept) {
        return to.role() == Role.REVIEWER
                ? new AdmitReviewer(to.post(), accept.person(), to.by(), accept.at())
                : new AdmitAuthor(to.post(), accept.person(), to.by(), accept.at());
    }

    @CommandHandler
    Joined join(JoinByInvitation join) {
        if (!invitations.isOpen(join.token(), join.at())) {
            throw new Invitations.UnknownInvitation();
        }
        var person = accounts.add(join.name(), join.passwordHash(), false, join.at());
        return new Joined(person, accept(new AcceptInvitation(join.token(), person.id(), join.at())));
    }
}
