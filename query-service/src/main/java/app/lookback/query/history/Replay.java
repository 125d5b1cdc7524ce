package app.lookback.query.history;

import app.lookback.text.ChangeSet;
import java.util.List;

/** Applies many changes to a source at the price of one copy of it. */
public final class Replay {

    private Replay() {}

    public static String apply(String source, List<ChangeSet> changes) {
        return changes.isEmpty() ? source : compose(changes).apply(source);
    }

    /** By halves, so that no large composition is composed again with each small change. */
    static ChangeSet compose(List<ChangeSet> changes) {
        int half = changes.size() / 2;
        return half == 0
                ? changes.get(0)
                : compose(changes.subList(0, half)).compose(compose(changes.subList(half, changes.size())));
    }
}
