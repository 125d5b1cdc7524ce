package app.lookback.command.people;

import app.lookback.contract.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People who appear in a sample and can never sign in. */
@Component
public class Guests {

    private final Accounts accounts;

    Guests(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The guest of this name, or of this name with a number where a person who can sign in has it. */
    public PersonId named(String text, Instant at) {
        return Stream.concat(Stream.of(text), IntStream.iterate(2, n -> n + 1).mapToObj(n -> text + " " + n))
                .map(AccountName::of)
                .flatMap(name -> guest(name, at).stream())
                .findFirst()
                .orElseThrow();
    }

    private Optional<PersonId> guest(AccountName name, Instant at) {
        var account = accounts.find(name);
        if (account.isEmpty()) {
            return Optional.of(accounts.add(name, null, false, at).id());
        }
        return account.filter(found -> found.passwordHash() == null)
                .map(found -> found.person().id());
    }
}
