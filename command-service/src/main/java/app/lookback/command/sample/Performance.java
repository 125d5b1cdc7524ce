package app.lookback.command.sample;

import app.lookback.command.manuscript.EditSource;
import app.lookback.command.sample.Script.Line;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plays a script: what each typist sends, against the revision they see, and when. */
final class Performance {

    private static final int QUICKEST_MILLIS = 250;
    private static final int SLOWEST_MILLIS = 1400;

    private final PostId post;
    private final Map<String, Typist> typists = new HashMap<>();
    private final List<EditSource> edits = new ArrayList<>();
    private final Random pace = new Random(1924);
    private String text = "";
    private Instant clock = Instant.EPOCH;

    private Performance(PostId post, Map<String, PersonId> cast) {
        this.post = post;
        cast.forEach((name, person) -> typists.put(name, new Typist(person)));
    }

    /** The edits in the order in which they arrive; the sessions end before {@code today}. */
    static List<EditSource> of(Script script, PostId post, Map<String, PersonId> cast, LocalDate today) {
        var performance = new Performance(post, cast);
        for (var session : script.sessions()) {
            performance.clock =
                    today.minusDays(session.daysAgo()).atTime(session.start()).toInstant(ZoneOffset.UTC);
            performance.play(session.lines());
        }
        return performance.edits;
    }

    private void play(List<Line> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (at + 1 < lines.size() && lines.get(at + 1).together()) {
                together(lines.get(at), lines.get(at + 1));
                at++;
            } else {
                alone(lines.get(at));
            }
        }
    }

    private void alone(Line line) {
        var typist = typist(line);
        strokes(line).forEach(stroke -> send(typist, stroke));
    }

    /** Stroke against stroke: the second always sends what was made before the first one's was seen. */
    private void together(Line one, Line other) {
        var first = strokes(one);
        var second = strokes(other);
        for (int at = 0; at < Math.max(first.size(), second.size()); at++) {
            if (at < first.size() && at < second.size()) {
                race(typist(one), first.get(at), typist(other), second.get(at));
            } else if (at < first.size()) {
                send(typist(one), first.get(at));
            } else {
                send(typist(other), second.get(at));
            }
        }
    }

    private List<Stroke> strokes(Line line) {
        var typist = typist(line);
        switch (line.verb()) {
            case "pauses" -> clock = clock.plusSeconds(Integer.parseInt(line.text()));
            case "goes" -> typist.cursor = place(line.text());
            case "writes" -> {
                return Stroke.writing(line.text(), standsBefore(typist));
            }
            case "rethinks" -> {
                return Stroke.rethinking(Integer.parseInt(line.text()), standsBefore(typist));
            }
            case "deletes" -> {
                typist.cursor = find(line.text());
                return List.of(Stroke.deleting(line.text()));
            }
            case "corrects" -> {
                return correcting(typist, line.text().split(" => ", 2));
            }
            default -> throw new IllegalArgumentException("Nobody can do this: " + line.verb());
        }
        return List.of();
    }

    private List<Stroke> correcting(Typist typist, String[] oldAndNew) {
        typist.cursor = find(oldAndNew[0]);
        var strokes = new ArrayList<Stroke>();
        strokes.add(Stroke.deleting(oldAndNew[0]));
        strokes.addAll(Stroke.writing(oldAndNew[1], ""));
        return strokes;
    }

    private Typist typist(Line line) {
        return typists.get(line.who());
    }

    private String standsBefore(Typist typist) {
        return text.substring(0, typist.cursor);
    }

    private int place(String where) {
        if (where.equals("end")) {
            return text.length();
        }
        var words = where.split(" ", 2);
        return find(words[1]) + (words[0].equals("after") ? words[1].length() : 0);
    }

    private int find(String words) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("The text does not say: " + words);
        }
        return at;
    }

    private void send(Typist typist, Stroke stroke) {
        var changes = changes(typist, stroke);
        submit(typist, edits.size(), changes);
        accept(typist, changes, typist.cursor - stroke.before() + stroke.text().length());
    }

    private void race(Typist one, Stroke first, Typist other, Stroke second) {
        long base = edits.size();
        var ahead = changes(one, first);
        var behind = changes(other, second);
        int start = other.cursor - second.before();
        submit(one, base, ahead);
        submit(other, base, behind);
        accept(one, ahead, one.cursor - first.before() + first.text().length());
        accept(
                other,
                behind.map(ahead, false),
                ahead.mapPosition(start, 1) + second.text().length());
    }

    private ChangeSet changes(Typist typist, Stroke stroke) {
        return ChangeSet.replace(
                text.length(), typist.cursor - stroke.before(), typist.cursor + stroke.after(), stroke.text());
    }

    private void submit(Typist typist, long base, ChangeSet changes) {
        clock = clock.plusMillis(pace.nextInt(QUICKEST_MILLIS, SLOWEST_MILLIS));
        edits.add(new EditSource(post, typist.person, typist.client, ++typist.sequence, base, changes, clock));
    }

    private void accept(Typist author, ChangeSet changes, int cursor) {
        text = changes.apply(text);
        for (var typist : typists.values()) {
            if (typist == author) {
                typist.cursor = cursor;
            } else {
                typist.sees(changes);
            }
        }
    }
}
