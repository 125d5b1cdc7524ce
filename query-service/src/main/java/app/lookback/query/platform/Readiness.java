package app.lookback.query.platform;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Which views are so far behind the log that what they lack may well exist. */
@Component
public final class Readiness {

    private volatile Set<String> farBehind = Set.of();

    /** From now on these are, and no others. */
    public void areFarBehind(Set<String> views) {
        farBehind = views;
    }

    /** Whether any of these views is being built. */
    public boolean isFarBehind(String... views) {
        for (var view : views) {
            if (farBehind.contains(view)) {
                return true;
            }
        }
        return false;
    }
}
