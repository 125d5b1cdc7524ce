package app.lookback.query.live;

import app.lookback.query.live.Frame.Presence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a room remembers of someone in it. */
final class Watcher {

    final Connection connection;

    /** Where they are, as far as they said and as nobody has taken their place. */
    @Nullable
    Presence presence;

    long shownAt;
    boolean toBeShown;

    /** The page that they were sent last, of which they hold every block. */
    @Nullable
    Page page;

    boolean pageOffered;

    Watcher(Connection connection) {
        this.connection = connection;
    }

    Set<String> held() {
        return page == null ? Set.of() : page.ids();
    }

    boolean isReplacedBy(Presence newcomer) {
        return presence != null
                && presence.client().equals(newcomer.client())
                && presence.author().equals(newcomer.author());
    }
}
