package app.lookback.command.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a text came about: who did what, in which session, and what happened together. */
record Script(List<Session> sessions) {

    /** A sitting, {@code daysAgo} at {@code start} (UTC). */
    record Session(int daysAgo, LocalTime start, List<Line> lines) {}

    /** {@code together}: at the same time as the line before. */
    record Line(String who, String verb, String text, boolean together) {}

    static Script named(String resource) {
        try (var stream = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource)) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Script parse(String text) {
        var sessions = new ArrayList<Session>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            if (line.startsWith("session ")) {
                var words = line.split(" ", 3);
                sessions.add(new Session(Integer.parseInt(words[1]), LocalTime.parse(words[2]), new ArrayList<>()));
            } else {
                sessions.get(sessions.size() - 1).lines().add(line(line));
            }
        });
        return new Script(sessions);
    }

    /** The same with a placeholder filled in. */
    Script with(String placeholder, String value) {
        return new Script(sessions.stream()
                .map(session -> new Session(
                        session.daysAgo(),
                        session.start(),
                        session.lines().stream()
                                .map(line -> new Line(
                                        line.who(),
                                        line.verb(),
                                        line.text().replace(placeholder, value),
                                        line.together()))
                                .toList()))
                .toList());
    }

    private static Line line(String line) {
        boolean together = line.startsWith("+ ");
        var words = (together ? line.substring(2) : line).split(" ", 3);
        return new Line(words[0], words[1], words[2].replace("\\n", "\n"), together);
    }
}
