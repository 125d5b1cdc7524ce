package app.lookback.command.people;

import app.lookback.command.platform.Token;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hashes of the setup links that may still be used. */
@Component
class SetupTokens {

    private final JdbcClient database;

    SetupTokens(JdbcClient database) {
        this.database = database;
    }

    void store(Token token, Instant at) {
        database.sql("INSERT INTO setup_token (token_hash, created_at) VALUES (?, ?)")
                .params(token.hash(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets one caller at a time through until the transaction's end; true when the token is one of ours. */
    boolean lockAndFind(Token token) {
        database.sql("LOCK TABLE setup_token IN EXCLUSIVE MODE").update();
        return database.sql("SELECT EXISTS (SELECT 1 FROM setup_token WHERE token_hash = ?)")
                .param(token.hash())
                .query(Boolean.class)
                .single();
    }

    void forgetAll() {
        database.sql("DELETE FROM setup_token").update();
    }
}
