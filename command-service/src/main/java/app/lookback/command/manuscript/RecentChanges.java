package app.lookback.command.manuscript;

import app.lookback.text.ChangeSet;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** The changes of the newest revisions: at most 512 of them, and no more than take a quarter of a million units. */
final class RecentChanges {

    private static final int MOST = 512;
    private static final int LARGEST = 250_000;

    private final Deque<ChangeSet> changes = new ArrayDeque<>();
    private int room;

    void add(ChangeSet newest) {
        changes.addLast(newest);
        room += newest.size();
        while (changes.size() > MOST || room > LARGEST) {
            room -= changes.removeFirst().size();
        }
    }

    int size() {
        return changes.size();
    }

    int room() {
        return room;
    }

    /** The newest {@code count} changes, oldest of them first. */
    Collection<ChangeSet> newest(int count) {
        var newest = new ArrayDeque<ChangeSet>(count);
        var backwards = changes.descendingIterator();
        while (newest.size() < count) {
            newest.addFirst(backwards.next());
        }
        return newest;
    }
}
