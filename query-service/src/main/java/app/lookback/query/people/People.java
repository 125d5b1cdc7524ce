package app.lookback.query.people;

import app.lookback.contract.PersonId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are called, as the accounts say; a changed name is seen here within a minute. */
@Component
public class People {

    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int KEPT = 10_000;

    private record Known(String name, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < FRESH_NANOS;
        }
    }

    private final JdbcClient accounts;
    private final Map<PersonId, Known> known = new ConcurrentHashMap<>();

    People(JdbcClient accounts) {
        this.accounts = accounts;
    }

    public Optional<String> nameOf(PersonId person) {
        return Optional.ofNullable(names(List.of(person)).get(person));
    }

    /** The names of those who have an account, in the order in which they were asked for. */
    public Map<PersonId, String> names(Collection<PersonId> people) {
        var unknown =
                people.stream().filter(person -> !isKnown(person)).distinct().toList();
        if (!unknown.isEmpty()) {
            look(unknown);
        }
        var names = new LinkedHashMap<PersonId, String>();
        for (var person : people) {
            var found = known.get(person);
            if (found != null) {
                names.put(person, found.name());
            }
        }
        return names;
    }

    /** The same people with their names; who has no account any more is "someone". */
    public List<Person> named(Collection<PersonId> people) {
        var names = names(people);
        return people.stream()
                .distinct()
                .map(person -> new Person(person, names.getOrDefault(person, "someone")))
                .toList();
    }

    private boolean isKnown(PersonId person) {
        var found = known.get(person);
        return found != null && found.isFresh();
    }

    private void look(List<PersonId> people) {
        if (known.size() + people.size() > KEPT) {
            known.clear();
        }
        people.forEach(known::remove);
        accounts.sql("SELECT id, name FROM account WHERE id IN (:ids)")
                .param(
                        "ids",
                        people.stream()
                                .map(person -> UUID.fromString(person.value()))
                                .toList())
                .query(row -> {
                    known.put(new PersonId(row.getString("id")), new Known(row.getString("name"), System.nanoTime()));
                });
    }
}
