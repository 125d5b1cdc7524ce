package app.lookback.command.people;

import app.lookback.command.platform.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts wrong passwords for a name from an address, for a minute from the first one. */
final class WrongTries {

    private static final int ALLOWED = 10;
    private static final int REMEMBERED = 100_000;

    private record Door(String nameKey, String address) {}

    private final Cache<Door, AtomicInteger> tries;

    WrongTries(Ticker ticker) {
        this.tries = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker)
                .build();
    }

    /** Refuses the eleventh try, right or wrong. */
    void check(String nameKey, String address) {
        var wrong = tries.getIfPresent(new Door(nameKey, address));
        if (wrong != null && wrong.get() >= ALLOWED) {
            throw new TooManyTries();
        }
    }

    void wrong(String nameKey, String address) {
        tries.get(new Door(nameKey, address), first -> new AtomicInteger()).incrementAndGet();
    }

    /** Ten wrong tries within a minute. */
    static final class TooManyTries extends Refusal {
        TooManyTries() {
            super(Kind.TOO_OFTEN, "too-many-tries", "Ten wrong passwords in a minute. Wait a minute, then try again.");
        }
    }
}
