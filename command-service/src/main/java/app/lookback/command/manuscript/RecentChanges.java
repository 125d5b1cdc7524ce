package app.lookback.command.manuscript;

import app.lookback.text.ChangeSet;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The changes of the newest revisions: at most 512 of them, and as many as take a million characters in JSON. */
final class RecentChanges {

    private static final int MOST = 512;
    private static final long MOST_CHARACTERS = 1_000_000;

    private final Deque<ChangeSet> changes = new ArrayDeque<>();
    private long characters;

    RecentChanges() {}

    @JsonCreator
    RecentChanges(Collection<ChangeSet> changes) {
        changes.forEach(this::add);
    }

    void add(ChangeSet newest) {
        changes.addLast(newest);
        characters += sizeOf(newest);
        while (changes.size() > MOST || characters > MOST_CHARACTERS) {
            characters -= sizeOf(changes.removeFirst());
        }
    }

    private static int sizeOf(ChangeSet changes) {
        return changes.toJson().length();
    }

    int size() {
        return changes.size();
    }

    /** The newest {@code count} changes, oldest of them first. */
    List<ChangeSet> newest(int count) {
        return changes.stream().skip(changes.size() - count).toList();
    }

    @JsonValue
    Collection<ChangeSet> changes() {
        return changes;
    }
}
