package app.lookback.query.studio;

import app.lookback.contract.PersonId;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open libraries of this node. A stream ends after a minute and the browser asks for the next, so that who signed out
 * hears nothing any more, and what one stream holds fits into the buffers of a browser that has stopped reading.
 */
@Component
class Listeners {

    static final int OF_ONE_PERSON = 20;
    private static final long LASTING = Duration.ofMinutes(1).toMillis();

    private final Map<PersonId, Set<SseEmitter>> open = new ConcurrentHashMap<>();

    /** A stream that begins with a ring, because something may have changed before it; one too many ends another. */
    SseEmitter listen(PersonId person) {
        var stream = new SseEmitter(LASTING);
        var left = (Runnable) () -> forget(person, stream);
        stream.onCompletion(left);
        stream.onTimeout(stream::complete);
        stream.onError(failure -> left.run());
        var others = open.getOrDefault(person, Set.of());
        if (others.size() >= OF_ONE_PERSON) {
            others.stream().findAny().ifPresent(SseEmitter::complete);
        }
        open.compute(person, (id, before) -> {
            var streams = before == null ? ConcurrentHashMap.<SseEmitter>newKeySet() : before;
            streams.add(stream);
            return streams;
        });
        ring(person, stream);
        return stream;
    }

    private void forget(PersonId person, SseEmitter stream) {
        open.computeIfPresent(person, (id, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    void ring(Collection<PersonId> people) {
        for (var person : people) {
            open.getOrDefault(person, Set.of()).forEach(stream -> ring(person, stream));
        }
    }

    private void ring(PersonId person, SseEmitter stream) {
        try {
            stream.send(SseEmitter.event().data("changed"));
        } catch (IOException | IllegalStateException gone) {
            forget(person, stream);
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void endAll() {
        open.values().forEach(streams -> streams.forEach(SseEmitter::complete));
    }
}
