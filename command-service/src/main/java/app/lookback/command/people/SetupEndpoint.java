package app.lookback.command.people;

import app.lookback.command.platform.Body;
import app.lookback.command.platform.Refusal;
import app.lookback.command.platform.Time;
import app.lookback.command.platform.Token;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes the first person the administrator. */
@RestController
class SetupEndpoint {

    record Setup(String token, String name, String password) {}

    private final Accounts accounts;
    private final SetupTokens tokens;
    private final Passwords passwords;
    private final SignIn signIn;
    private final TransactionOperations transaction;
    private final Time time;

    SetupEndpoint(
            Accounts accounts,
            SetupTokens tokens,
            Passwords passwords,
            SignIn signIn,
            TransactionOperations transaction,
            Time time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.signIn = signIn;
        this.transaction = transaction;
        this.time = time;
    }

    @PostMapping("/api/setup")
    @ResponseStatus(HttpStatus.CREATED)
    Person setUp(HttpServletRequest request, HttpServletResponse response) {
        var setup = Body.json(request, Setup.class, Body.SMALL);
        var name = AccountName.of(setup.name());
        var passwordHash = passwords.hash(setup.password());
        var person = Objects.requireNonNull(
                transaction.execute(status -> becomeAdministrator(new Token(setup.token()), name, passwordHash)));
        signIn.open(person, request, response);
        return person;
    }

    private Person becomeAdministrator(Token token, AccountName name, String passwordHash) {
        if (!tokens.lockAndFind(token) || !accounts.none()) {
            throw new SetupLinkUsed();
        }
        tokens.forgetAll();
        return accounts.reserved()
                .map(reserved -> accounts.take(reserved, name, passwordHash))
                .orElseGet(() -> accounts.add(name, passwordHash, true, time.now()));
    }

    /** The setup link is wrong, or someone was set up before. */
    static final class SetupLinkUsed extends Refusal {
        SetupLinkUsed() {
            super(
                    Kind.NOT_ALLOWED,
                    "setup-link-used",
                    "This setup link is wrong or was used. The newest one stands where Lookback was started.");
        }
    }
}
