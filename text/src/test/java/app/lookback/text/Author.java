package app.lookback.text;

import app.lookback.text.Room.Revision;
import app.lookback.text.Room.Submission;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One editor: its text is that of its revision, changed by what is in flight and then by what is not yet sent. */
final class Author {

    private final Room room;
    private String text;
    private int revision;
    private int sequence;
    private @Nullable Submission submission;
    private @Nullable ChangeSet inFlight;
    private @Nullable ChangeSet pending;

    Author(Room room) {
        this.room = room;
        this.text = room.start;
    }

    Room room() {
        return room;
    }

    String text() {
        return text;
    }

    List<Integer> sequences() {
        return IntStream.rangeClosed(1, sequence).boxed().toList();
    }

    void types(int at, String insert) {
        edits(ChangeSet.replace(text.length(), at, at, insert));
    }

    void deletes(int from, int to) {
        edits(ChangeSet.replace(text.length(), from, to, ""));
    }

    void edits(ChangeSet edit) {
        text = edit.apply(text);
        pending = pending == null ? edit : pending.compose(edit);
    }

    /** What is to be sent now: the same again until it has come back as a revision. */
    Optional<Submission> submission() {
        if (submission == null && pending != null) {
            submission = new Submission(this, ++sequence, revision, pending);
            inFlight = pending;
            pending = null;
        }
        return Optional.ofNullable(submission);
    }

    void submits() {
        submission().ifPresent(room::accept);
    }

    boolean isBehind() {
        return revision < room.revisions.size();
    }

    void catchesUp() {
        while (isBehind()) {
            receivesNext();
        }
    }

    void receivesNext() {
        receives(room.revisions.get(revision));
        revision++;
    }

    private void receives(Revision accepted) {
        if (accepted.author() == this) {
            submission = null;
            inFlight = null;
        } else {
            receives(accepted.changes());
        }
    }

    private void receives(ChangeSet others) {
        var left = others;
        if (inFlight != null) {
            var mine = inFlight;
            inFlight = mine.map(left, false);
            left = left.map(mine, true);
        }
        if (pending != null) {
            var mine = pending;
            pending = mine.map(left, false);
            left = left.map(mine, true);
        }
        text = left.apply(text);
    }

    /** What no editor may do: receive all the others' revisions that came at once as a single one. */
    void receivesComposed() {
        @Nullable ChangeSet together = null;
        while (isBehind() && room.revisions.get(revision).author() != this) {
            var next = room.revisions.get(revision++).changes();
            together = together == null ? next : together.compose(next);
        }
        if (together != null) {
            receives(together);
        } else if (isBehind()) {
            receivesNext();
        }
    }
}
