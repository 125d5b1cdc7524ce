package app.lookback.text;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** Texts and edits as the seed will have them, surrogate pairs never parted. */
final class RandomEdits {

    private static final String[] LETTERS = {"a", "b", "c", " ", "\n", "\"", "\\", "é", "季", "節", "😀", "🧵"};

    /** Mutation tests try each law hundreds of times over, and so on fewer seeds. */
    private static final int SHARE = Integer.getInteger("one.round.in", 1);

    private final Random random;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    /** Tries the law on so many seeds, other ones in each run; a failure names its seed. */
    static void holdFor(int rounds, Consumer<RandomEdits> law) {
        long first = System.nanoTime();
        for (long seed = first; seed < first + rounds / SHARE; seed++) {
            try {
                law.accept(new RandomEdits(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("The law does not hold for seed " + seed + "L", broken);
            }
        }
    }

    int upTo(int bound) {
        return random.nextInt(bound + 1);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    String text(int letters) {
        var text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    String text() {
        return text(upTo(14));
    }

    /** A position that parts no pair. */
    int position(String text) {
        int at = upTo(text.length());
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    ChangeSet edit(String text) {
        var bounds = new int[2 * upTo(4)];
        Arrays.setAll(bounds, i -> position(text));
        Arrays.sort(bounds);
        var parts = new Parts();
        int at = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            parts.keep(bounds[i] - at);
            at = oneIn(3) ? bounds[i] : bounds[i + 1];
            var insert = oneIn(3) ? "" : text(upTo(3));
            parts.replace(at - bounds[i], insert.length(), insert, 0);
        }
        parts.keep(text.length() - at);
        return parts.build();
    }
}
