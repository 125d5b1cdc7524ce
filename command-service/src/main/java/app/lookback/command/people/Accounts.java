package app.lookback.command.people;

import app.lookback.command.platform.Refusal;
import app.lookback.contract.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts, kept beside the log. */
@Component
class Accounts {

    /** An account and the hash of its password; without one it cannot sign in. */
    record Account(Person person, @Nullable String passwordHash) {}

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> find(AccountName name) {
        return database.sql("SELECT id, name, administrator, password_hash FROM account WHERE name_key = ?")
                .param(name.key())
                .query((row, number) -> new Account(
                        new Person(
                                new PersonId(row.getObject("id", UUID.class).toString()),
                                row.getString("name"),
                                row.getBoolean("administrator")),
                        row.getString("password_hash")))
                .optional();
    }

    /** Whether nobody can sign in: guests never can, and the first administrator cannot before the setup link was used. */
    boolean none() {
        return database.sql("SELECT NOT EXISTS (SELECT 1 FROM account WHERE password_hash IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    List<PersonId> administrators() {
        return database.sql("SELECT id FROM account WHERE administrator AND password_hash IS NOT NULL")
                .query((row, number) ->
                        new PersonId(row.getObject("id", UUID.class).toString()))
                .list();
    }

    /** The place that is kept for whoever uses the setup link. */
    Optional<Person> reserved() {
        return database.sql("SELECT id, name FROM account WHERE administrator AND password_hash IS NULL")
                .query((row, number) -> new Person(
                        new PersonId(row.getObject("id", UUID.class).toString()), row.getString("name"), true))
                .optional();
    }

    /** Whose place was kept takes it. */
    Person take(Person reserved, AccountName name, String passwordHash) {
        int changed = database.sql("""
                        UPDATE account SET name = ?, name_key = ?, password_hash = ? WHERE id = ?
                        AND NOT EXISTS (SELECT 1 FROM account WHERE name_key = ? AND id <> ?)
                        """)
                .params(
                        name.text(),
                        name.key(),
                        passwordHash,
                        UUID.fromString(reserved.id().value()),
                        name.key(),
                        UUID.fromString(reserved.id().value()))
                .update();
        if (changed == 0) {
            throw new NameTaken();
        }
        return new Person(reserved.id(), name.text(), true);
    }

    /** Adds an account that the next commit makes durable. */
    Person add(AccountName name, @Nullable String passwordHash, boolean administrator, Instant at) {
        var person = new Person(PersonId.random(), name.text(), administrator);
        int added = database.sql("""
                        INSERT INTO account (id, name, name_key, password_hash, administrator, created_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name_key) DO NOTHING
                        """)
                .params(
                        UUID.fromString(person.id().value()),
                        name.text(),
                        name.key(),
                        passwordHash,
                        administrator,
                        at.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new NameTaken();
        }
        return person;
    }

    /** The name is another person's. */
    static final class NameTaken extends Refusal {
        NameTaken() {
            super(Kind.CONFLICT, "name-taken", "Someone has that name already. Choose another one.");
        }
    }
}
