package app.lookback.query.history;

import app.lookback.contract.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where somebody paused in the writing of a post: the revision that was reached by then, and who had written since the step before. */
public record Step(long revision, List<PersonId> authors) {

    /** The ends of the sessions up to this revision, which is the last step; no more than {@code most}, spread evenly. */
    public static List<Step> of(List<Session> sessions, long last, int most) {
        var ends = new TreeSet<Long>();
        for (var session : sessions) {
            if (session.from() <= last) {
                ends.add(Math.min(session.to(), last));
            }
        }
        var steps = new ArrayList<Step>();
        long before = 0;
        for (var end : sampled(List.copyOf(ends), most)) {
            steps.add(new Step(end, authors(sessions, before, end)));
            before = end;
        }
        return steps;
    }

    private static List<Long> sampled(List<Long> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        var some = new ArrayList<Long>(most);
        for (long i = 0; i < most; i++) {
            some.add(all.get((int) (i * (all.size() - 1) / (most - 1))));
        }
        return some;
    }

    private static List<PersonId> authors(List<Session> sessions, long after, long end) {
        return sessions.stream()
                .filter(session -> session.from() <= end && session.to() > after)
                .map(Session::author)
                .distinct()
                .toList();
    }
}
