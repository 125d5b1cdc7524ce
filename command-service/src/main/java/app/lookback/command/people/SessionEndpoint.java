package app.lookback.command.people;

import app.lookback.command.platform.Body;
import app.lookback.command.platform.Refusal;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
class SessionEndpoint {

    record Credentials(String name, String password) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final WrongTries wrongTries = new WrongTries(Ticker.systemTicker());

    SessionEndpoint(Accounts accounts, Passwords passwords, SignIn signIn) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
    }

    @PostMapping("/api/session")
    Person signIn(HttpServletRequest request, HttpServletResponse response) {
        var credentials = Body.json(request, Credentials.class, Body.SMALL);
        var person = recognise(credentials, request.getRemoteAddr());
        signIn.open(person, request, response);
        return person;
    }

    private Person recognise(Credentials credentials, String address) {
        var name = AccountName.of(credentials.name());
        wrongTries.check(name.key(), address);
        var account = accounts.find(name);
        var stored = account.map(Accounts.Account::passwordHash).orElse(null);
        if (!passwords.matches(credentials.password(), stored)) {
            wrongTries.wrong(name.key(), address);
            throw new WrongCredentials();
        }
        return account.orElseThrow().person();
    }

    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        signIn.close(request);
    }

    /** Name and password do not belong together; which of the two is wrong is not said. */
    static final class WrongCredentials extends Refusal {
        WrongCredentials() {
            super(Kind.NOT_SIGNED_IN, "wrong-credentials", "Name or password is wrong.");
        }
    }
}
