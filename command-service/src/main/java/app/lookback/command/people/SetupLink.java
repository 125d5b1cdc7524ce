package app.lookback.command.people;

import app.lookback.command.platform.Time;
import app.lookback.command.platform.Token;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The link that makes the first person the administrator: a new one at each start until someone has used it. */
@Component
public class SetupLink implements SmartInitializingSingleton {

    private final Accounts accounts;
    private final SetupTokens tokens;
    private final Time time;
    private volatile @Nullable Token token;

    SetupLink(Accounts accounts, SetupTokens tokens, Time time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.time = time;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.none()) {
            var fresh = Token.random();
            tokens.store(fresh, time.now());
            token = fresh;
        }
    }

    /** The link without scheme and host, as {@code /studio/setup#...}, while nobody has an account. */
    public Optional<String> path() {
        return Optional.ofNullable(token)
                .filter(any -> accounts.none())
                .map(unused -> "/studio/setup#" + unused.text());
    }
}
