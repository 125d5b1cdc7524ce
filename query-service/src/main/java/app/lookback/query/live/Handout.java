package app.lookback.query.live;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the newest page to each watcher of a room: when nothing else waits for that browser, so that it may miss pages
 * but never a revision because of them.
 */
final class Handout {

    private final Turns turns;
    private final Supplier<@Nullable Page> newest;
    private @Nullable Packed packed;

    /** A page as it was written for those who held the same blocks. */
    private record Packed(Page page, @Nullable Page before, String frame) {}

    Handout(Turns turns, Supplier<@Nullable Page> newest) {
        this.turns = turns;
        this.newest = newest;
    }

    void offer(Watcher watcher) {
        if (!watcher.pageOffered) {
            watcher.pageOffered = true;
            watcher.connection.whenIdle(() -> turns.add(() -> send(watcher)));
        }
    }

    private void send(Watcher watcher) {
        watcher.pageOffered = false;
        var page = newest.get();
        if (page != null && page != watcher.page) {
            var frame = pack(page, watcher);
            watcher.page = page;
            watcher.connection.send(frame);
        }
    }

    private String pack(Page page, Watcher watcher) {
        if (packed == null || packed.page() != page || packed.before() != watcher.page) {
            packed = new Packed(page, watcher.page, page.without(watcher.held()).json());
        }
        return packed.frame();
    }

    void forget() {
        packed = null;
    }
}
