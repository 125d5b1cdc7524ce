package app.lookback.query.history;

import java.util.ArrayList;
import java.util.List;

/**
 * How much was written, from the first revision to the newest, for a timeline to draw.
 *
 * @param span how many revisions each of the columns' values is about; the last may be about fewer
 * @param ends when each span ended: milliseconds of the epoch, each but the first as the difference from the one before
 * @param inserted how many units were inserted in each
 * @param deleted and how many deleted
 */
record Activity(int span, List<Long> ends, List<Long> inserted, List<Long> deleted) {

    static Activity of(List<Volume> volumes) {
        var amounts = Amounts.of(volumes.stream().map(Volume::amounts));
        return new Activity(Amounts.SPAN, differences(amounts.ends()), amounts.inserted(), amounts.deleted());
    }

    static List<Session> sessions(List<Volume> volumes) {
        return Session.joined(
                volumes.stream().flatMap(volume -> volume.sessions().stream()).toList());
    }

    private static List<Long> differences(List<Long> times) {
        var differences = new ArrayList<Long>(times.size());
        long before = 0;
        for (long time : times) {
            differences.add(time - before);
            before = time;
        }
        return differences;
    }
}
