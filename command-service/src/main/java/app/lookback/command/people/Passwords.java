package app.lookback.command.people;

import app.lookback.command.platform.Body;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords by argon2id, under the algorithm's name so that a better one can follow. */
@Component
class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final String ALGORITHM = "argon2id";

    /** Each hash takes 16 MiB while it is computed; this bounds what a crowd at the door can take. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            ALGORITHM, Map.of(ALGORITHM, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final String nobodys = hash("the password of no account");

    /** The hash to store; refuses a password that is too short or too long. */
    final String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Body.Malformed("A password has 10 to 200 characters.");
        }
        return String.valueOf(bounded(() -> encoder.encode(password)));
    }

    /** Takes as long for an account that does not exist or cannot sign in ({@code stored} null) as for any other. */
    boolean matches(String password, @Nullable String stored) {
        boolean equal = password.length() <= LONGEST
                && Boolean.TRUE.equals(bounded(() -> encoder.matches(password, stored == null ? nobodys : stored)));
        return equal && stored != null;
    }

    private <T> T bounded(Supplier<T> computation) {
        atOnce.acquireUninterruptibly();
        try {
            return computation.get();
        } finally {
            atOnce.release();
        }
    }
}
