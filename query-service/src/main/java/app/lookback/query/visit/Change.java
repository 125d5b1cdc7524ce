package app.lookback.query.visit;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What some people wrote at one time: sessions that overlap are told together. */
record Change(List<PersonId> people, long from, long to, Instant start, Instant end) {

    /** The changes after revision {@code seen} by others than {@code reader}, in order. */
    static List<Change> since(long seen, PersonId reader, List<Session> sessions) {
        var changes = new ArrayList<Change>();
        sessions.stream()
                .filter(session -> session.to() > seen && !session.author().equals(reader))
                .sorted(Comparator.comparing(Session::from))
                .map(session -> of(session, seen))
                .forEach(change -> {
                    var last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
                    if (last != null && change.from <= last.to) {
                        changes.set(changes.size() - 1, last.and(change));
                    } else {
                        changes.add(change);
                    }
                });
        return changes;
    }

    private static Change of(Session session, long seen) {
        long from = Math.max(session.from(), seen + 1);
        return new Change(List.of(session.author()), from, session.to(), session.start(), session.end());
    }

    private Change and(Change other) {
        return new Change(
                Stream.concat(people.stream(), other.people.stream()).distinct().toList(),
                from,
                Math.max(to, other.to),
                start.isBefore(other.start) ? start : other.start,
                end.isAfter(other.end) ? end : other.end);
    }
}
