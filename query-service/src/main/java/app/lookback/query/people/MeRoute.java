package app.lookback.query.people;

import app.lookback.contract.PersonId;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says who is asking, and hands out the token that every other method asks for. */
@RestController
class MeRoute {

    private final JdbcClient accounts;

    MeRoute(JdbcClient accounts) {
        this.accounts = accounts;
    }

    record Account(PersonId id, String name, boolean administrator) {}

    record Me(@Nullable Account person, boolean setup) {}

    @GetMapping("/api/me")
    Me me(@Nullable Principal who, CsrfToken token) {
        token.getToken(); // to be asked for is what sets its cookie
        var person = who == null ? null : account(who);
        return new Me(person, person == null && nobodyHasAnAccount());
    }

    private @Nullable Account account(Principal who) {
        return accounts.sql("SELECT name, administrator FROM account WHERE id = :id")
                .param("id", UUID.fromString(who.getName()))
                .query((row, number) -> new Account(
                        new PersonId(who.getName()), row.getString("name"), row.getBoolean("administrator")))
                .optional()
                .orElse(null);
    }

    private boolean nobodyHasAnAccount() {
        return !accounts.sql("SELECT EXISTS (SELECT FROM account WHERE password_hash IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }
}
