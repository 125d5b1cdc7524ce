package app.lookback.command.people;

import app.lookback.command.platform.Refusal;
import app.lookback.command.platform.Token;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations to a post, each for one person. */
@Component
class Invitations {

    record Invitation(
            PostId post, Role role, PersonId by, @Nullable PersonId usedBy) {}

    private final JdbcClient database;

    Invitations(JdbcClient database) {
        this.database = database;
    }

    void store(Token token, PostId post, Role role, PersonId by, Instant expires) {
        database.sql("INSERT INTO invitation (token_hash, post, role, by, expires_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        token.hash(),
                        post.value(),
                        role.name().toLowerCase(Locale.ROOT),
                        uuid(by),
                        expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The invitation, held until the transaction's end, when it can still be used or was used by {@code person}. */
    Invitation hold(Token token, PersonId person, Instant at) {
        return database.sql("""
                        SELECT post, role, by, used_by FROM invitation
                        WHERE token_hash = ? AND (used_by = ? OR used_at IS NULL AND expires_at > ?) FOR UPDATE
                        """)
                .params(token.hash(), uuid(person), at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Invitation(
                        new PostId(row.getString("post")),
                        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        new PersonId(row.getObject("by", UUID.class).toString()),
                        personOrNull(row.getObject("used_by", UUID.class))))
                .optional()
                .orElseThrow(UnknownInvitation::new);
    }

    private static @Nullable PersonId personOrNull(@Nullable UUID id) {
        return id == null ? null : new PersonId(id.toString());
    }

    /** Whether a newcomer could use it now. */
    boolean isOpen(Token token, Instant at) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM invitation
                            WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?)
                        """)
                .params(token.hash(), at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void use(Token token, PersonId person, Instant at) {
        database.sql("UPDATE invitation SET used_at = ?, used_by = ? WHERE token_hash = ?")
                .params(at.atOffset(ZoneOffset.UTC), uuid(person), token.hash())
                .update();
    }

    /** The link, named by its hash, is of no use any more. */
    void revoke(String hash, PostId post) {
        database.sql("DELETE FROM invitation WHERE token_hash = ? AND post = ? AND used_at IS NULL")
                .params(hash, post.value())
                .update();
    }

    private static UUID uuid(PersonId person) {
        return UUID.fromString(person.value());
    }

    /** No such invitation, or it was used or is too old. */
    static final class UnknownInvitation extends Refusal {
        UnknownInvitation() {
            super(
                    Kind.UNKNOWN,
                    "unknown-invitation",
                    "This invitation is wrong, was used or is older than 7 days. Ask for a new one.");
        }
    }
}
