package app.lookback.stories.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that happened, with its time since the beginning. */
final class History {

    private record Moment(long nanos, Happening what) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%10.3f %s", nanos / 1e9, what);
        }
    }

    private final long began = System.nanoTime();
    private final List<Moment> moments = new ArrayList<>();

    synchronized void add(Happening what) {
        moments.add(new Moment(System.nanoTime() - began, what));
    }

    synchronized <T extends Happening> List<T> all(Class<T> kind) {
        return moments.stream()
                .map(Moment::what)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    synchronized void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, moments.stream().map(Moment::toString).toList());
    }
}
