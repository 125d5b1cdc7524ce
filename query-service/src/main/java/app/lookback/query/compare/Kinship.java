package app.lookback.query.compare;

import app.lookback.query.rendering.Block;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which of the blocks that came are what has become of those that went, without crossing each other. */
final class Kinship {

    private static final int MOST = 10_000;
    private static final double LEAST = 0.35;

    private final List<Map<String, Integer>> gone;
    private final List<Map<String, Integer>> come;

    private Kinship(List<Block> gone, List<Block> come) {
        this.gone = gone.stream().map(Kinship::words).toList();
        this.come = come.stream().map(Kinship::words).toList();
    }

    /** By the block that came. */
    static Map<Block, Block> pairs(List<Block> gone, List<Block> come) {
        return (long) gone.size() * come.size() > MOST
                ? Map.of()
                : new Kinship(gone, come).pairs(gone, come, best(gone, come));
    }

    private static Map<String, Integer> words(Block block) {
        var words = new HashMap<String, Integer>();
        Tag.of(block.html()).stream()
                .filter(tag -> tag.role() != Tag.Role.WORD || Words.isWord(tag.html()))
                .forEach(tag -> words.merge(tag.key(), 1, Integer::sum));
        return words;
    }

    private static double[][] best(List<Block> gone, List<Block> come) {
        return new double[gone.size() + 1][come.size() + 1];
    }

    /** The pairs with the greatest likeness in all; what is best from each place on is worked out from the end. */
    private Map<Block, Block> pairs(List<Block> old, List<Block> now, double[][] best) {
        var alike = new double[old.size()][now.size()];
        for (int a = old.size() - 1; a >= 0; a--) {
            for (int b = now.size() - 1; b >= 0; b--) {
                alike[a][b] = likeness(gone.get(a), come.get(b));
                double paired = alike[a][b] >= LEAST ? alike[a][b] + best[a + 1][b + 1] : 0;
                best[a][b] = Math.max(paired, Math.max(best[a + 1][b], best[a][b + 1]));
            }
        }
        var pairs = new IdentityHashMap<Block, Block>();
        int a = 0;
        int b = 0;
        while (a < old.size() && b < now.size()) {
            if (alike[a][b] >= LEAST && best[a][b] == alike[a][b] + best[a + 1][b + 1]) {
                pairs.put(now.get(b++), old.get(a++));
            } else if (best[a][b] == best[a + 1][b]) {
                a++;
            } else {
                b++;
            }
        }
        return pairs;
    }

    /** From 0 to 1: how many of the words of both are in both. */
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        int shared = 0;
        for (var word : one.entrySet()) {
            shared += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        int all = one.values().stream().mapToInt(n -> n).sum()
                + other.values().stream().mapToInt(n -> n).sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }
}
