package app.lookback.command.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hot aggregates strongly, so that a garbage collection does not send a busy post back to the log, and within a bound of bytes.
 * Nobody listens to it, so nobody is told of what comes and goes.
 */
final class AggregateCache implements Cache {

    /** An aggregate of which nothing grows. */
    private static final int LIGHT = 2000;

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    AggregateCache(long bytes) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(AggregateCache::weight)
                .expireAfterAccess(IDLE)
                .build();
    }

    /** An aggregate is put here again after each command, so its weight is never older than that. */
    private static int weight(Object key, Object entry) {
        return entry instanceof AggregateCacheEntry<?> cached
                ? LIGHT + cached.recreateAggregate(null, null, null).invoke(AggregateCache::weightOf)
                : LIGHT;
    }

    private static int weightOf(Object aggregate) {
        return aggregate instanceof Heavy heavy ? heavy.bytes() : 0;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows what it put there, as with every Cache of Axon's
    public <K, V> @Nullable V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) entries.get(key, absent -> value.get());
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }
}
