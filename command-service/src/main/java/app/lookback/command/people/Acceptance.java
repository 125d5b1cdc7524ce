package app.lookback.command.people;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Token;
import app.lookback.command.post.AdmitAuthor;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
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
        if (!membership.isAuthor(invitation.post(), accept.person())) {
            if (invitation.usedBy() != null) {
                throw new Invitations.UnknownInvitation();
            }
            commands.<Object>sendAndWait(
                    new AdmitAuthor(invitation.post(), accept.person(), invitation.by(), accept.at()));
            invitations.use(accept.token(), accept.person(), accept.at());
        }
        return invitation.post();
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
