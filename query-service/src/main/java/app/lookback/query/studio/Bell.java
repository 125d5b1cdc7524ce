package app.lookback.query.studio;

import static java.util.stream.Collectors.toSet;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostId;
import app.lookback.query.library.Library;
import app.lookback.query.live.Attendance;
import app.lookback.query.platform.LogTail;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Rings where an open library has changed, and says nothing of what changed. The views follow the log a moment later, so
 * that it rings for each change twice, the second time when they surely have it.
 */
@Component
class Bell {

    private static final int TICKS_UNTIL_AGAIN = 4;

    private final Library library;
    private final Attendance attendance;
    private final Listeners listeners;
    private final Map<PostId, Integer> changed = new ConcurrentHashMap<>();
    private Map<PostId, Set<PersonId>> present = Map.of();

    Bell(Library library, Attendance attendance, Listeners listeners, LogTail tail) {
        this.library = library;
        this.attendance = attendance;
        this.listeners = listeners;
        tail.listen(this::happened);
    }

    private void happened(EventMessage<?> event) {
        if (!listeners.isEmpty() && event instanceof DomainEventMessage<?> told) {
            if (event.getPayloadType() == SourceEdited.class) {
                changed.put(PostId.ofManuscript(told.getAggregateIdentifier()), TICKS_UNTIL_AGAIN);
            } else if (PostEvent.class.isAssignableFrom(event.getPayloadType())) {
                changed.put(new PostId(told.getAggregateIdentifier()), TICKS_UNTIL_AGAIN);
            }
        }
    }

    /** To be called twice a second. */
    void tick() {
        if (listeners.isEmpty()) {
            changed.clear();
            return;
        }
        var due = due();
        due.addAll(comingsAndGoings());
        if (!due.isEmpty()) {
            listeners.ring(peopleOf(due));
        }
    }

    private Set<PostId> due() {
        var due = new HashSet<PostId>();
        changed.forEach((post, ticks) -> {
            if (ticks == 0 || ticks == TICKS_UNTIL_AGAIN) {
                due.add(post);
            }
            if (ticks == 0) {
                changed.remove(post, ticks);
            } else {
                changed.replace(post, ticks, ticks - 1);
            }
        });
        return due;
    }

    private Set<PostId> comingsAndGoings() {
        var before = present;
        var now = attendance.now();
        present = now;
        var posts = new HashSet<>(before.keySet());
        posts.addAll(now.keySet());
        posts.removeIf(post -> Objects.equals(before.get(post), now.get(post)));
        return posts;
    }

    private Set<PersonId> peopleOf(Collection<PostId> posts) {
        return library.find(posts).stream()
                .flatMap(post -> post.people().stream())
                .collect(toSet());
    }
}
