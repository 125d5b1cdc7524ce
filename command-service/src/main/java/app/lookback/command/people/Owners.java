package app.lookback.command.people;

import app.lookback.command.platform.Time;
import app.lookback.contract.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose the posts are that come from elsewhere. */
@Component
public class Owners {

    private final Accounts accounts;
    private final Time time;

    Owners(Accounts accounts, Time time) {
        this.accounts = accounts;
        this.time = time;
    }

    /** Whoever has an account of this name. */
    public Optional<PersonId> named(String name) {
        return accounts.find(AccountName.of(name))
                .map(account -> account.person().id());
    }

    /** The administrator, where there is just one. */
    public Optional<PersonId> onlyAdministrator() {
        var all = accounts.administrators();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Whether nobody can sign in yet. */
    public boolean none() {
        return accounts.none();
    }

    /** Keeps a place for whoever sets Lookback up: they become this person, under the name that they choose then. */
    public PersonId reserve(String name) {
        return accounts.reserved()
                .orElseGet(() -> accounts.add(AccountName.of(name), null, true, time.now()))
                .id();
    }
}
