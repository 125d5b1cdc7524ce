package app.lookback.query.edition;

import app.lookback.query.edition.Editions.Made;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How what a review gives went up and down over its editions, as a line with a point for each. */
record Verdict(int width, int height, String title, String points, List<Mark> marks) {

    record Mark(int edition, String rating, String x, String y) {}

    private static final int WIDTH = 320;
    private static final int HEIGHT = 80;
    private static final int MARGIN = 10;

    /** Up to and with the edition that is read; null before there are two ratings that differ. */
    static @Nullable Verdict over(List<Made> all, int read) {
        var rated = all.stream()
                .filter(made -> made.edition() <= read && made.card().rating() != null)
                .sorted(Comparator.comparingInt(Made::edition))
                .toList();
        if (rated.stream().map(made -> made.card().rating()).distinct().count() < 2) {
            return null;
        }
        var marks = marks(rated);
        var title = marks.stream()
                .map(mark -> "edition %d: %s".formatted(mark.edition(), mark.rating()))
                .collect(Collectors.joining(", "));
        var points = marks.stream().map(mark -> mark.x() + "," + mark.y()).collect(Collectors.joining(" "));
        return new Verdict(WIDTH, HEIGHT, "Rating by edition. " + title, points, marks);
    }

    private static List<Mark> marks(List<Made> rated) {
        double best = rated.stream()
                .map(made -> Objects.requireNonNull(made.card().rating()))
                .mapToDouble(rating -> Math.max(rating.best(), rating.value()))
                .max()
                .orElseThrow();
        var marks = new ArrayList<Mark>();
        for (int at = 0; at < rated.size(); at++) {
            var rating = Objects.requireNonNull(rated.get(at).card().rating());
            double of = rating.best() == 0 ? best : rating.best();
            double x = MARGIN + (WIDTH - 2.0 * MARGIN) * at / (rated.size() - 1);
            double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (of == 0 ? 0 : rating.value() / of);
            marks.add(new Mark(rated.get(at).edition(), rating.text(), place(x), place(y)));
        }
        return marks;
    }

    private static String place(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }
}
