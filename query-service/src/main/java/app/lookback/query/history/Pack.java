package app.lookback.query.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The revisions of one bucket, in order. They are kept as deflated columns, each value as its difference from the one
 * before: nobody looks for anything within a bucket, and who types goes on where they were.
 */
public record Pack(List<Kept> kept) {

    static final Pack EMPTY = new Pack(List.of());

    byte[] bytes() {
        return new PackWriter().write(kept);
    }

    static Pack parse(byte[] bytes) {
        return new Pack(new PackReader(bytes).read());
    }

    Pack and(List<Kept> more) {
        var longer = new ArrayList<Kept>(kept.size() + more.size());
        longer.addAll(kept);
        longer.addAll(more);
        return new Pack(longer);
    }
}
