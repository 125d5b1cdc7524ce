package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import app.lookback.text.Rebase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People who write one post at the same time, each seeing the others' edits late, and a note of all that they saw. */
final class Writers {

    private static final String[] WORDS = {"a", "spring ", "季節", "流れゆく", "😀", "\n", "\n\n", "", ""};

    final Written written;
    final Map<Long, List<String>> seen = new HashMap<>();

    private final List<ChangeSet> accepted = new ArrayList<>();
    private final Random random;

    Writers(PersonId first, long seed) {
        this.written = Written.by(first, "/posts/recorded/");
        this.random = new Random(seed);
    }

    /** One of them: a source at a revision, and what was typed since and not sent. */
    private final class Writer {
        private final PersonId person;
        private int revision;
        private String source = "";
        private ChangeSet unsent = ChangeSet.empty(0);

        Writer(PersonId person) {
            this.person = person;
        }

        void types() {
            var shown = unsent.apply(source);
            int from = boundary(shown, random.nextInt(shown.length() + 1));
            int to = boundary(shown, Math.min(shown.length(), from + random.nextInt(9)));
            var word = WORDS[random.nextInt(WORDS.length)];
            unsent = unsent.compose(ChangeSet.replace(shown.length(), from, random.nextInt(3) == 0 ? to : from, word));
        }

        void sends() {
            if (!unsent.isEmpty()) {
                var late = accepted.subList(revision, accepted.size());
                var changes = Rebase.over(unsent, late);
                accepted.add(changes);
                written.edits(person, changes);
                unsent = ChangeSet.empty(source.length());
                while (revision < accepted.size()) {
                    receives();
                }
            }
        }

        void receives() {
            if (revision < accepted.size()) {
                var next = accepted.get(revision++);
                unsent = unsent.map(next, false);
                source = next.apply(source);
                if (unsent.isEmpty()) {
                    seen.computeIfAbsent((long) revision, first -> new ArrayList<>())
                            .add(source);
                }
            }
        }
    }

    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** They write until there are so many revisions, and then read the rest. */
    Writers write(int revisions, PersonId... people) {
        var writers = List.of(people).stream().map(Writer::new).toList();
        while (accepted.size() < revisions) {
            var writer = writers.get(random.nextInt(writers.size()));
            switch (random.nextInt(4)) {
                case 0 -> writer.sends();
                case 1 -> writer.receives();
                default -> writer.types();
            }
        }
        for (var writer : writers) {
            writer.sends();
        }
        for (var writer : writers) {
            while (writer.revision < accepted.size()) {
                writer.receives();
            }
        }
        return this;
    }
}
