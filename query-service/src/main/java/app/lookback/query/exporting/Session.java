package app.lookback.query.exporting;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Duration;
import java.time.Instant;

/** What one person did to one post without a long pause; it becomes a commit. */
final class Session {

    /** As in the history that authors see. */
    static final Duration LONG_PAUSE = Duration.ofMinutes(10);

    record Key(PostId post, PersonId author) {}

    final Key key;
    private long revision;
    private long position;
    private Instant recorded;
    private Instant end;

    Session(Key key, long revision, long position, Instant recorded, Instant at) {
        this.key = key;
        this.revision = revision;
        this.position = position;
        this.recorded = recorded;
        this.end = at;
    }

    boolean goesOnAt(Instant at) {
        return Duration.between(end, at).compareTo(LONG_PAUSE) <= 0;
    }

    void goesOn(long newest, long place, Instant when, Instant at) {
        revision = newest;
        position = place;
        recorded = when;
        end = at;
    }

    /** Whether nothing that is recorded from this time on can belong to it. */
    boolean isOverAt(Instant clock) {
        return Duration.between(recorded, clock).compareTo(LONG_PAUSE) > 0;
    }

    /** The newest of the post when it was last touched. */
    long revision() {
        return revision;
    }

    /** Of its last event; no other commit has this one. */
    long position() {
        return position;
    }

    Instant end() {
        return end;
    }
}
