package app.lookback.query.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What was made of late, as much of it as may be kept; threads may share it. */
final class Recent<K, V> {

    private final int most;
    private final long mostWeight;
    private final ToLongFunction<V> weigh;
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    Recent(int most, long mostWeight, ToLongFunction<V> weigh) {
        this.most = most;
        this.mostWeight = mostWeight;
        this.weigh = weigh;
    }

    /** Made beside the map: nobody waits for another's. */
    V get(K key, Function<K, V> make) {
        var known = known(key);
        if (known != null) {
            return known;
        }
        var made = make.apply(key);
        keep(key, made);
        return made;
    }

    private synchronized @Nullable V known(K key) {
        return kept.get(key);
    }

    private synchronized void keep(K key, V made) {
        var before = kept.put(key, made);
        weight += weigh.applyAsLong(made) - (before == null ? 0 : weigh.applyAsLong(before));
        var eldest = kept.values().iterator();
        while (kept.size() > most || weight > mostWeight && eldest.hasNext()) {
            weight -= weigh.applyAsLong(eldest.next());
            eldest.remove();
        }
    }
}
