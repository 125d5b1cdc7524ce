package app.lookback.stories.faults;

import app.lookback.stories.faults.Happening.Deleted;
import app.lookback.stories.faults.Happening.Inserted;
import app.lookback.text.ChangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Types words of which there is no other, each at once and between two words, and deletes some of its own. */
final class Typist {

    private static final int FEW = 5;
    private static final List<String> ENDS = List.of(" ", " ", " ", " ", "\n", "\n\n");

    private final int number;
    private final String post;
    private final Replica replica;
    private final History history;
    private final Random random;
    private final int beginning;
    private final List<String> standing = new ArrayList<>();
    private int count;

    Typist(int number, String post, Replica replica, History history, Random random) {
        this.number = number;
        this.post = post;
        this.replica = replica;
        this.history = history;
        this.random = random;
        this.beginning = replica.shown().length();
    }

    void type() {
        if (standing.size() > FEW && random.nextInt(3) == 0) {
            delete(standing.remove(random.nextInt(standing.size())));
        } else {
            insert("e%d・雪%d🌸%s".formatted(number, ++count, ENDS.get(random.nextInt(ENDS.size()))));
        }
    }

    private void insert(String word) {
        standing.add(word);
        history.add(new Inserted(post, word));
        int at = place();
        replica.type(ChangeSet.replace(replica.shown().length(), at, at, word));
    }

    /** Where many type at once, or between any two words; never before what the post began with. */
    private int place() {
        var shown = replica.shown();
        return switch (random.nextInt(3)) {
            case 0 -> beginning;
            case 1 -> shown.length();
            default -> afterWord(shown, beginning + random.nextInt(shown.length() - beginning + 1));
        };
    }

    private static int afterWord(String shown, int from) {
        int at = from;
        while (at < shown.length() && !Character.isWhitespace(shown.charAt(at))) {
            at++;
        }
        while (at < shown.length() && Character.isWhitespace(shown.charAt(at))) {
            at++;
        }
        return at;
    }

    private void delete(String word) {
        var shown = replica.shown();
        int at = shown.indexOf(word);
        if (at >= 0) {
            history.add(new Deleted(post, word));
            replica.type(ChangeSet.replace(shown.length(), at, at + word.length(), ""));
        }
    }
}
